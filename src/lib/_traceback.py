# Tracebacks as CPython prints them (3.14's traceback module): frames with their source and carets, chained exceptions,
# notes, groups, syntax errors, suggestions. The engine's own report of uncaught exceptions uses it, and so does the
# module `traceback`.

_CAUSE = 'The above exception was the direct cause of the following exception:'
_CONTEXT = 'During handling of the above exception, another exception occurred:'
_REPEATS = 3


# ---- frames

def entries(tb):
    """(filename, lineno, name, code, place, frame) for each entry of a traceback, oldest call first."""
    found = []
    while tb is not None:
        frame = tb.tb_frame
        code = frame.f_code
        found.append((code.co_filename, tb.tb_lineno, code.co_name, code, tb.tb_lasti // 2, frame))
        tb = tb.tb_next
    return found


def _width(text, end):
    """Columns that the first `end` characters take on a terminal."""
    text = text[:end]
    return len(text) if text.isascii() else sum([2 if _is_wide(c) else 1 for c in text])


def _characters(line, column):
    """A column in UTF-8 bytes as one in characters."""
    return column if line.isascii() else len(line.encode('utf-8', 'surrogatepass')[:column].decode('utf-8', 'replace'))


def _dedent(lines):
    margin = None
    for line in lines:
        if line.strip():
            indent = len(line) - len(line.lstrip(' \t'))
            margin = indent if margin is None else min(margin, indent)
    return [line[margin or 0:] if line.strip() else '' for line in lines]


def _source_rows(code, place, lineno):
    """The rows below `File …`: source lines, carets below them."""
    position = _positions(code, place)
    if position is None or position[0] != lineno:
        line = _source_line(code, lineno)
        return [line.strip()] if line and line.strip() else []
    first, last, column, end_column = position
    originals = []
    for n in range(first, last + 1):
        line = _source_line(code, n)
        if line is None:
            break
        originals.append(line)
    if not originals or not ''.join(originals).strip():
        return []
    if len(originals) != last - first + 1:
        return [originals[0].strip()]
    lines = _dedent(originals)
    removed = len(originals[0]) - len(lines[0])
    start = max(0, _characters(originals[0], column) - removed)
    end = max(0, _characters(originals[-1], end_column) - removed)
    segment = '\n'.join(lines)
    segment = segment[start:len(segment) - (len(lines[-1]) - end)]
    anchors = _anchors(segment)
    shown = not _is_whole_call('\n'.join(lines), len(lines), len(lines[0][:start].encode('utf-8', 'surrogatepass')),
                               len(lines[-1][:end].encode('utf-8', 'surrogatepass')))
    if shown and not anchors:
        shown = bool(lines[0][:start].lstrip() or lines[-1][end:].rstrip())
    return _with_carets(lines, start, end, anchors, shown)


def _with_carets(lines, start, end, anchors, shown):
    final = len(lines) - 1
    from_column = _width(lines[0], start)
    to_column = _width(lines[final], end)
    significant = {0, final}
    if anchors:
        left_line, left, right_line, right = anchors
        if left_line == 0:
            left += start
        if right_line == 0:
            right += start
        left = _width(lines[left_line], left)
        right = _width(lines[right_line], right)
        for n in (left_line, right_line):
            significant.update((n - 1, n, n + 1))
    significant = sorted([n for n in significant if 0 <= n <= final])
    rows = []

    def put(n):
        line = lines[n]
        rows.append(line)
        if not shown:
            return
        spaces = len(line) - len(line.lstrip())
        carets = ''
        for column in range(to_column if n == final else _width(line, len(line))):
            if column < spaces or (n == 0 and column < from_column):
                carets += ' '
            elif anchors:
                inside = (n, column) >= (left_line, left) and (n, column) < (right_line, right)
                carets += '^' if inside else '~'
            else:
                carets += '^'
        rows.append(carets)

    before = None
    for n in significant:
        if before is not None:
            if n - before == 2:
                put(n - 1)
            elif n - before > 2:
                rows.append(f'...<{n - before - 1} lines>...')
        put(n)
        before = n
    return _dedent_all(rows)


def _dedent_all(rows):
    return _dedent(rows) if rows else rows


def frame_text(filename, lineno, name, code, place):
    text = f'  File "{filename}", line {lineno}, in {name}\n'
    for row in _source_rows(code, place, lineno):
        text += f'    {row}\n'
    return text


def _repeated(count):
    return f'  [Previous line repeated {count} more time{"s" if count > 1 else ""}]\n'


def stack_texts(found):
    """The text of each entry, repetitions (recursion) told by their number."""
    texts = []
    last = None
    count = 0
    for filename, lineno, name, code, place, _ in found:
        this = (filename, lineno, name)
        if this != last:
            if count > _REPEATS:
                texts.append(_repeated(count - _REPEATS))
            last = this
            count = 0
        count += 1
        if count > _REPEATS:
            continue
        texts.append(frame_text(filename, lineno, name, code, place))
    if count > _REPEATS:
        texts.append(_repeated(count - _REPEATS))
    return texts


# ---- the last lines: type and message

def _type_name(cls):
    module = cls.__module__
    name = cls.__qualname__
    return name if module in ('__main__', 'builtins') else f'{module}.{name}'


def _text(value, what):
    try:
        return str(value)
    except Exception:
        return f'<{what} str() failed>'


def _name_suggestion(exc, tb):
    name = exc.name
    if tb is None or not isinstance(name, str):
        return None
    while tb.tb_next is not None:
        tb = tb.tb_next
    frame = tb.tb_frame
    names = list(frame.f_locals) + list(frame.f_globals) + list(frame.f_builtins)
    names = [n for n in names if isinstance(n, str)]
    locals = frame.f_locals
    if 'self' in locals and hasattr(locals['self'], name):
        return f'self.{name}'
    return _suggest(names, name)


def _hint(exc, tb):
    """'. Did you mean: …' for a misspelt name or attribute."""
    if isinstance(exc, ImportError):
        wrong = getattr(exc, 'name_from', None)
        if not isinstance(wrong, str):
            return ''
        try:
            import sys
            names = dir(sys.modules[exc.name])
        except Exception:
            return ''
        near = _suggest([n for n in names if isinstance(n, str) and (wrong[:1] == '_' or n[:1] != '_')], wrong)
    elif isinstance(exc, NameError):
        near = _name_suggestion(exc, tb)
        wrong = exc.name
        if isinstance(wrong, str) and type(exc) is NameError and _is_stdlib(wrong):
            if near is None:
                return f". Did you forget to import '{wrong}'?"
            return f". Did you mean: '{near}'? Or did you forget to import '{wrong}'?"
    elif isinstance(exc, AttributeError):
        wrong = exc.name
        if not isinstance(wrong, str):
            return ''
        try:
            names = dir(exc.obj)
        except Exception:
            return ''
        hidden = wrong[:1] != '_'
        near = _suggest([n for n in names if isinstance(n, str) and not (hidden and n[:1] == '_')], wrong)
    else:
        return ''
    return f". Did you mean: '{near}'?" if near is not None else ''


_STDLIB = frozenset(('abc argparse array ast asyncio base64 bisect calendar cmath collections configparser contextlib contextvars copy '
                     'csv ctypes dataclasses datetime decimal difflib dis email enum errno fractions functools gc getpass glob gzip '
                     'hashlib heapq hmac html http importlib inspect io itertools json keyword linecache locale logging math '
                     'mimetypes multiprocessing numbers operator os pathlib pickle pkgutil platform pprint queue random re secrets '
                     'select shelve shlex shutil signal socket sqlite3 ssl stat statistics string struct subprocess sys tarfile '
                     'tempfile textwrap threading time timeit token tokenize tomllib traceback types typing unicodedata unittest '
                     'urllib uuid warnings weakref xml zipfile zlib zoneinfo').split())


def _is_stdlib(name):
    return name in _STDLIB


def _syntax_error_texts(exc):
    texts = []
    lineno = exc.lineno
    filename = exc.filename
    suffix = ''
    if lineno is not None:
        texts.append(f'  File "{filename or "<string>"}", line {lineno}\n')
    elif filename is not None:
        suffix = f' ({filename})'
    text = exc.text
    if lineno is not None and isinstance(text, str):
        offset = exc.offset
        end_offset = exc.end_offset if exc.end_offset not in (None, 0) else offset
        if offset is not None and (exc.end_lineno is None or exc.end_lineno == lineno):
            if end_offset is not None and end_offset < 0:
                end_offset = offset
        elif offset is not None:
            end_offset = len(text.rstrip('\n')) + 1
        shown = text.rstrip('\n')
        line = shown.lstrip(' \n\f')
        spaces = len(shown) - len(line)
        texts.append(f'    {line}\n')
        if offset is not None:
            if offset == end_offset or end_offset == -1:
                end_offset = offset + 1
            column = offset - 1 - spaces
            end_column = end_offset - 1 - spaces
            if column >= 0:
                blanks = ''.join([c if c.isspace() else ' ' for c in line[:column]])
                texts.append(f'    {blanks}{"^" * (end_column - column)}\n')
    texts.append(f'{_type_name(type(exc))}: {exc.msg or "<no detail available>"}{suffix}\n')
    return texts


def last_texts(exc, tb=None):
    """'Type: message' and the notes."""
    if isinstance(exc, SyntaxError):
        texts = _syntax_error_texts(exc)
    else:
        name = _type_name(type(exc))
        message = _text(exc, 'exception')
        if isinstance(exc, (NameError, AttributeError, ImportError)):
            message += _hint(exc, tb if tb is not None else exc.__traceback__)
        texts = [f'{name}: {message}\n' if message else f'{name}\n']
    notes = getattr(exc, '__notes__', None)
    if isinstance(notes, (list, tuple)):
        for note in notes:
            texts += [f'{line}\n' for line in _text(note, 'note').split('\n')]
    elif notes is not None:
        texts.append(f'{notes!r}\n')
    return texts


# ---- the whole

def exception_texts(exc, seen=None, chain=True):
    """The text of an exception with all that led to it, in pieces."""
    seen = seen or []
    seen.append(exc)
    chained = []
    e = exc
    parts = []
    while e is not None:
        parts.append(e)
        if not chain:
            break
        cause = e.__cause__
        context = e.__context__
        if cause is not None and not _among(cause, seen):
            link, e = _CAUSE, cause
        elif cause is None and context is not None and not e.__suppress_context__ and not _among(context, seen):
            link, e = _CONTEXT, context
        else:
            break
        seen.append(e)
        chained.append(link)
    texts = []
    for i in range(len(parts) - 1, -1, -1):
        texts += _one(parts[i], seen)
        if i:
            texts.append(f'\n{chained[i - 1]}\n\n')
    return texts


def _among(e, seen):
    for other in seen:
        if other is e:
            return True
    return False


def _one(e, seen, depth=0):
    if isinstance(e, BaseExceptionGroup):
        return _group(e, seen, 0)
    texts = []
    if e.__traceback__ is not None:
        texts.append('Traceback (most recent call last):\n')
        texts += stack_texts(entries(e.__traceback__))
    return texts + last_texts(e)


def _indent(texts, prefix):
    return [''.join([prefix + line for line in text.splitlines(True)]) for text in texts]


def _group(e, seen, depth):
    """An exception group: its own traceback, then each of its exceptions in a box."""
    out = []
    margin = '  ' * depth
    if e.__traceback__ is not None:
        out += _indent([('+ ' if depth == 0 else '') + 'Exception Group Traceback (most recent call last):\n'],
                       '  ' if depth == 0 else margin + '| ')
        out += _indent(stack_texts(entries(e.__traceback__)), margin + '  | ' if depth == 0 else margin + '| ')
    bar = '  | ' if depth == 0 else margin + '| '
    out += _indent(last_texts(e), bar)
    return out + _members(e, seen, depth + 1)


def _members(e, seen, depth):
    out = []
    margin = '  ' * depth
    limit = 15
    total = len(e.exceptions)
    n = min(total, limit + 1)
    for i in range(n):
        last = i == n - 1
        truncated = i >= limit
        title = f'{i + 1}' if not truncated else '...'
        out.append(f'{margin}{"+-" if i == 0 else "  "}+---------------- {title} ----------------\n')
        inner_margin = '  ' * (depth + 1)
        if truncated:
            remaining = total - limit
            out.append(f'{inner_margin}| and {remaining} more exception{"s" if remaining > 1 else ""}\n')
        else:
            out += _chained_in_group(e.exceptions[i], seen, depth + 1)
        if last and not (isinstance(e.exceptions[min(i, total - 1)], BaseExceptionGroup) and not truncated):
            out.append(f'{inner_margin}+------------------------------------\n')
    return out


def _chained_in_group(e, seen, depth):
    seen.append(e)
    parts = [e]
    links = []
    while True:
        cause = e.__cause__
        context = e.__context__
        if cause is not None and not _among(cause, seen):
            link, e = _CAUSE, cause
        elif cause is None and context is not None and not e.__suppress_context__ and not _among(context, seen):
            link, e = _CONTEXT, context
        else:
            break
        seen.append(e)
        parts.append(e)
        links.append(link)
    bar = '  ' * depth + '| '
    out = []
    for i in range(len(parts) - 1, -1, -1):
        part = parts[i]
        if isinstance(part, BaseExceptionGroup):
            out += _group(part, seen, depth)
        else:
            texts = []
            if part.__traceback__ is not None:
                texts.append('Traceback (most recent call last):\n')
                texts += stack_texts(entries(part.__traceback__))
            out += _indent(texts + last_texts(part), bar)
        if i:
            out += _indent([f'\n', f'{links[i - 1]}\n', '\n'], bar)
    return out


# ---- what the engine calls

def _stderr(text):
    import sys
    stream = sys.stderr
    if stream is not None:
        stream.write(text)


def print_uncaught(exc):
    import sys
    hook = sys.excepthook
    if hook is excepthook or hook is _first_hook(sys):
        _stderr(''.join(exception_texts(exc)))
    else:
        try:
            hook(type(exc), exc, exc.__traceback__)
        except BaseException as e:
            _stderr('Error in sys.excepthook:\n' + ''.join(exception_texts(e)) + '\nOriginal exception was:\n' + ''.join(exception_texts(exc)))


def _first_hook(sys):
    return getattr(sys, '__excepthook__', sys.excepthook) if hasattr(sys, '__excepthook__') else sys.excepthook


def excepthook(cls, exc, tb):
    _stderr(''.join(exception_texts(exc)))


def print_exit(code):
    _stderr(f'{code}\n')


def describe(exc):
    return (type(exc).__name__, _text(exc, 'exception'), ''.join(exception_texts(exc)))


def unraisable(exc, what, doing='in'):
    try:
        named = repr(what)
    except Exception:
        named = '<object repr() failed>'
    _stderr(f'Exception ignored {doing} {named}:\n' + ''.join(exception_texts(exc)))


def unraisablehook(info):
    _stderr(f'{info.err_msg or "Exception ignored in"}: {info.object!r}\n' + ''.join(exception_texts(info.exc_value)))
