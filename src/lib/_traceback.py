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
    at = position(code, place)
    if at is None or at[0] != lineno:
        line = _source_line(code, lineno)
        return [line.strip()] if line and line.strip() else []
    first, last, column, end_column = at
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
    return _texts([((row[0], row[1], row[2]), row) for row in found], lambda row: frame_text(*row[:5]))


def _texts(rows, show):
    texts = []
    last = None
    count = 0
    for this, row in rows:
        if this != last:
            if count > _REPEATS:
                texts.append(_repeated(count - _REPEATS))
            last = this
            count = 0
        count += 1
        if count > _REPEATS:
            continue
        texts.append(show(row))
    if count > _REPEATS:
        texts.append(_repeated(count - _REPEATS))
    return texts


def calls_text(calls):
    """Where something was made: (filename, line number, function) of each call, innermost first."""
    import traceback
    return ''.join(traceback.format_list([traceback.FrameSummary(*call) for call in reversed(calls)])).rstrip('\n')


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


def _keyword_typo(exc):
    """A misspelt keyword in the line of an 'invalid syntax': (keyword, column, end column), or None."""
    text = exc.text
    if exc.msg != 'invalid syntax' or not isinstance(text, str) or len(text) > 1024:
        return None
    import keyword
    at = 0
    tried = 0
    text = text.rstrip('\n')
    margin = len(text) - len(text.lstrip())
    while at < len(text) and tried < 10:
        if not text[at].isidentifier():
            if text[at] in '"\'#':
                return None
            at += 1
            continue
        end = at + 1
        while end < len(text) and text[at:end + 1].isidentifier():
            end += 1
        word = text[at:end]
        if word not in keyword.kwlist:
            tried += 1
            others = list(keyword.kwlist)
            for _ in range(4):
                near = _suggest(others, word)
                if near is None:
                    break
                if _would_do((text[:at] + near + text[end:])[margin:]):
                    return near, at, end
                others.remove(near)
        at = end
    return None


def _would_do(line):
    """Is it good, or at least the beginning of something good?"""
    try:
        _compile(line, '<string>', 'exec', 0)
    except SyntaxError as e:
        return 'expected an indented block' in e.msg or 'was never closed' in e.msg
    return True


def _syntax_error_texts(exc):
    texts = []
    lineno = exc.lineno
    typo = _keyword_typo(exc)
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
        if typo is not None:
            offset, end_offset = typo[1] + 1, typo[2] + 1
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
    more = f". Did you mean '{typo[0]}'?" if typo is not None else ''
    texts.append(f'{_type_name(type(exc))}: {exc.msg or "<no detail available>"}{more}{suffix}\n')
    return texts


def last_texts(exc, tb=None):
    """'Type: message' and the notes."""
    if isinstance(exc, SyntaxError):
        texts = _syntax_error_texts(exc)
    else:
        name = _type_name(type(exc))
        message = _text(exc, 'exception')
        if isinstance(exc, (NameError, AttributeError, ImportError)):
            message += _hint(exc, tb)
        texts = [f'{name}: {message}\n' if message else f'{name}\n']
    notes = getattr(exc, '__notes__', None)
    if isinstance(notes, (list, tuple)):
        for note in notes:
            texts += [f'{line}\n' for line in _text(note, 'note').split('\n')]
    elif notes is not None:
        texts.append(f'{notes!r}\n')
    return texts


# ---- entries of the module traceback (FrameSummary)

def position(code, place):
    return None if code is None or place < 0 else _positions(code, place)


def line_of(code, lineno):
    return _source_line(code, lineno)


def text_of(exc):
    return _text(exc, 'exception')


def summary_text(s):
    if s._code is not None:
        text = frame_text(s.filename, s.lineno, s.name, s._code, s._place)
    else:
        text = f'  File "{s.filename}", line {s.lineno}, in {s.name}\n'
        if s.line:
            text += f'    {s.line}\n'
    if s.locals:
        for name, value in sorted(s.locals.items()):
            text += f'    {name} = {value}\n'
    return text


def summary_texts(summaries):
    return _texts([((s.filename, s.lineno, s.name), s) for s in summaries], summary_text)


# ---- the whole

class _Kept:
    """What is shown of a live exception; TracebackException has the same attributes."""

    max_group_width = 15
    max_group_depth = 10

    def __init__(self, exc):
        tb = exc.__traceback__
        self._stack = None if tb is None else stack_texts(entries(tb))
        self._last = last_texts(exc, tb)
        self.__suppress_context__ = exc.__suppress_context__


def linked(top, exc, make, compact):
    """Makes what an exception leads to: causes, contexts and the members of groups, each once; in CPython's order, since what
    has been seen is not shown again."""
    seen = {id(exc)}
    queue = [(top, exc)]

    def new(e):
        seen.add(id(e))
        made = make(e)
        queue.append((made, e))
        return made
    while queue:
        kept, e = queue.pop()
        kept.__cause__ = kept.__context__ = kept.exceptions = None
        if e is None:
            continue
        cause, context = e.__cause__, e.__context__
        if cause is not None and id(cause) not in seen:
            kept.__cause__ = new(cause)
        if context is not None and id(context) not in seen and not (compact and (kept.__cause__ or e.__suppress_context__)):
            kept.__context__ = new(context)
        if isinstance(e, BaseExceptionGroup):
            kept.exceptions = [new(member) for member in e.exceptions]
    return top


def exception_texts(exc, chain=True):
    """The text of an exception with all that led to it, in pieces."""
    return format_kept(linked(_Kept(exc), exc, _Kept, True), chain)


def format_kept(kept, chain):
    out = []
    _format(kept, chain, out, [0, False])
    return out


def _emit(out, texts, depth, mark='|'):
    if not depth:
        out.extend(texts)
        return
    margin = f'{"  " * depth}{mark} '
    for text in texts:
        out.append(''.join([margin + line for line in text.splitlines(True)]))


def _format(kept, chain, out, state):
    """state: how many boxes deep, whether a box is still to be closed."""
    width, deepest = kept.max_group_width, kept.max_group_depth
    row = []
    while kept is not None:
        link = other = None
        if chain and kept.__cause__ is not None:
            link, other = _CAUSE, kept.__cause__
        elif chain and kept.__context__ is not None and not kept.__suppress_context__:
            link, other = _CONTEXT, kept.__context__
        row.append((link, kept))
        kept = other
    for link, kept in reversed(row):
        if link is not None:
            _emit(out, [f'\n{link}\n\n'], state[0])
        stack = kept._stack if type(kept) is _Kept else kept.stack.format() if kept._has_tb else None
        if kept.exceptions is None:
            if stack is not None:
                _emit(out, ['Traceback (most recent call last):\n'], state[0])
                _emit(out, stack, state[0])
            _emit(out, kept._last, state[0])
        elif state[0] > deepest:
            _emit(out, [f'... (max_group_depth is {deepest})\n'], state[0])
        else:
            _format_group(kept, stack, chain, out, state, width)


def _format_group(kept, stack, chain, out, state, width):
    outermost = state[0] == 0
    if outermost:
        state[0] = 1
    if stack is not None:
        _emit(out, ['Exception Group Traceback (most recent call last):\n'], state[0], '+' if outermost else '|')
        _emit(out, stack, state[0])
    _emit(out, kept._last, state[0])
    total = len(kept.exceptions)
    n = min(total, width + 1)
    state[1] = False
    for i in range(n):
        if i == n - 1:
            state[1] = True
        title = f'{i + 1}' if i < width else '...'
        out.append(f'{"  " * state[0]}{"+-" if i == 0 else "  "}+---------------- {title} ----------------\n')
        state[0] += 1
        if i < width:
            _format(kept.exceptions[i], chain, out, state)
        else:
            more = total - width
            _emit(out, [f'and {more} more exception{"s" if more > 1 else ""}\n'], state[0])
        if i == n - 1 and state[1]:
            out.append(f'{"  " * state[0]}+------------------------------------\n')
            state[1] = False
        state[0] -= 1
    if outermost:
        state[0] = 0


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


class UnraisableHookArgs:
    def __init__(self, exc, err_msg, object=None):
        self.exc_type = type(exc)
        self.exc_value = exc
        self.exc_traceback = exc.__traceback__
        self.err_msg = err_msg
        self.object = object


def unraisable(exc, what, doing='in'):
    import sys
    try:
        named = repr(what)
    except Exception:
        named = '<object repr() failed>'
    hook = sys.unraisablehook
    try:
        hook(UnraisableHookArgs(exc, f'Exception ignored {doing} {named}'))
    except BaseException as e:
        unraisablehook(UnraisableHookArgs(e, 'Exception ignored in sys.unraisablehook', hook))


def unraisablehook(info):
    # CPython prints these in C: no carets, no notes, no other exceptions that led to it.
    exc = info.exc_value
    head = info.err_msg or 'Exception ignored in'
    if info.object is not None:
        head += f': {info.object!r}'
    texts = [f'{head}:\n' if info.object is None else f'{head}\n']
    if exc.__traceback__ is not None:
        texts.append('Traceback (most recent call last):\n')
        texts += stack_texts([(*row[:3], row[3], -1) for row in entries(exc.__traceback__)])
    _stderr(''.join(texts) + f'{_type_name(type(exc))}: {_text(exc, "exception")}\n')
