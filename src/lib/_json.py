# The inner parts of json: no traceback shows them.

_escapes = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b'}


def encode_ascii(s):
    if s.isascii() and s.isprintable() and '"' not in s and '\\' not in s:
        return f'"{s}"'
    out = []
    for c in s:
        if ' ' <= c <= '~' and c != '"' and c != '\\':
            out.append(c)
        elif c in _escapes:
            out.append(_escapes[c])
        else:
            n = ord(c)
            if n < 0x10000:
                out.append(f'\\u{n:04x}')
            else:
                n -= 0x10000
                out.append(f'\\u{0xd800 | n >> 10:04x}\\u{0xdc00 | n & 0x3ff:04x}')
    return f'"{"".join(out)}"'


def encode_any(s):
    if s.isprintable() and '"' not in s and '\\' not in s:
        return f'"{s}"'
    return f'"{"".join([_escapes[c] if c in _escapes else f"\\u{ord(c):04x}" if c < " " else c for c in s])}"'


def _float(o, allow_nan):
    if o == o and o - o == 0.0:
        return float.__repr__(o)
    text = 'NaN' if o != o else 'Infinity' if o > 0 else '-Infinity'
    if not allow_nan:
        raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
    return text


def _key(key, e):
    if isinstance(key, str):
        return key
    if isinstance(key, float):
        return _float(key, e.allow_nan)
    if key is True:
        return 'true'
    if key is False:
        return 'false'
    if key is None:
        return 'null'
    if isinstance(key, int):
        return int.__repr__(key)
    if e.skipkeys:
        return None
    raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')


def pieces(e, o):
    """Parts of the text of o, for a JSONEncoder."""
    encode = encode_ascii if e.ensure_ascii else encode_any
    indent = e.indent
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    out = []
    _write(e, o, out, encode, indent, 0, {} if e.check_circular else None)
    return out


def _write(e, o, out, encode, indent, level, markers):
    if isinstance(o, str):
        out.append(encode(o))
    elif o is None:
        out.append('null')
    elif o is True:
        out.append('true')
    elif o is False:
        out.append('false')
    elif isinstance(o, int):
        out.append(int.__repr__(o))
    elif isinstance(o, float):
        out.append(_float(o, e.allow_nan))
    elif isinstance(o, (list, tuple)):
        if not o:
            out.append('[]')
            return
        _enter(markers, o)
        separator, ending = _layout(e, indent, level)
        out.append('[' + separator)
        first = True
        try:
            for i, item in enumerate(o):
                if not first:
                    out.append(e.item_separator + separator)
                first = False
                _write(e, item, out, encode, indent, level + 1, markers)
        except GeneratorExit:
            raise
        except BaseException as exc:
            exc.add_note(f'when serializing {type(o).__name__} item {i}')
            raise
        out.append(ending + ']')
        _leave(markers, o)
    elif isinstance(o, dict):
        if not o:
            out.append('{}')
            return
        _enter(markers, o)
        separator, ending = _layout(e, indent, level)
        out.append('{' + separator)
        first = True
        for key, value in sorted(o.items()) if e.sort_keys else o.items():
            shown = _key(key, e)
            if shown is None:
                continue
            if not first:
                out.append(e.item_separator + separator)
            first = False
            out.append(encode(shown) + e.key_separator)
            try:
                _write(e, value, out, encode, indent, level + 1, markers)
            except GeneratorExit:
                raise
            except BaseException as exc:
                exc.add_note(f'when serializing {type(o).__name__} item {key!r}')
                raise
        out.append(ending + '}')
        _leave(markers, o)
    else:
        _enter(markers, o)
        try:
            other = e.default(o)
            _write(e, other, out, encode, indent, level, markers)
        except GeneratorExit:
            raise
        except BaseException as exc:
            exc.add_note(f'when serializing {type(o).__name__} object')
            raise
        _leave(markers, o)


def _layout(e, indent, level):
    if indent is None:
        return '', ''
    return '\n' + indent * (level + 1), '\n' + indent * level


def _enter(markers, o):
    if markers is not None:
        if id(o) in markers:
            raise ValueError('Circular reference detected')
        markers[id(o)] = o


def _leave(markers, o):
    if markers is not None:
        del markers[id(o)]


# ---- reading

_space = ' \t\n\r'
_digits = frozenset('0123456789')
_back = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}


def _fail(message, text, at):
    import json
    raise json.JSONDecodeError(message, text, at)


def _hex(text, at):
    """The number after \\u at `at`."""
    digits = text[at:at + 4]
    if len(digits) == 4 and digits.isascii() and digits.isalnum():
        try:
            return int(digits, 16)
        except ValueError:
            pass
    _fail('Invalid \\uXXXX escape', text, at)


def scanstring(text, at, strict=True):
    """The string whose opening quote is before `at`, and the place behind its end."""
    begin = at - 1
    parts = []
    while True:
        end = text.find('"', at)
        if end < 0:
            end = len(text)
        back = text.find('\\', at, end)
        stop = end if back < 0 else back
        piece = text[at:stop]
        if strict and not piece.isprintable():
            for i, c in enumerate(piece):
                if c < ' ':
                    _fail('Invalid control character at', text, at + i)
        parts.append(piece)
        if back < 0:
            if end == len(text):
                _fail('Unterminated string starting at', text, begin)
            return ''.join(parts), end + 1
        c = text[back + 1:back + 2]
        if not c:
            _fail('Unterminated string starting at', text, begin)
        at = back + 2
        if c != 'u':
            if c not in _back:
                _fail('Invalid \\escape: ' + repr(c) if False else 'Invalid \\escape', text, back)
            parts.append(_back[c])
            continue
        n = _hex(text, at)
        at += 4
        if 0xd800 <= n <= 0xdbff and text[at:at + 2] == '\\u':
            low = _hex(text, at + 2)
            if 0xdc00 <= low <= 0xdfff:
                n = 0x10000 + ((n - 0xd800) << 10 | low - 0xdc00)
                at += 6
        parts.append(chr(n))


def _skip(text, at):
    while text[at:at + 1] and text[at] in _space:
        at += 1
    return at


def scan(d, text, at):
    """(value, place behind it). Raises StopIteration(at) where there is none."""
    c = text[at:at + 1]
    if c == '"':
        return scanstring(text, at + 1, d.strict)
    if c == '{':
        return _object(d, text, at + 1)
    if c == '[':
        return _array(d, text, at + 1)
    if c == 'n' and text[at:at + 4] == 'null':
        return None, at + 4
    if c == 't' and text[at:at + 4] == 'true':
        return True, at + 4
    if c == 'f' and text[at:at + 5] == 'false':
        return False, at + 5
    if c and (c in _digits or c == '-'):
        end = at + (c == '-')
        n = len(text)
        start = end
        while end < n and text[end] in _digits:
            end += 1
        if end > start:
            if text[start] == '0':
                end = start + 1
            whole = end
            if end + 1 < n and text[end] == '.' and text[end + 1] in _digits:
                end += 1
                while end < n and text[end] in _digits:
                    end += 1
            if end < n and text[end] in 'eE':
                e = end + 1
                if e < n and text[e] in '+-':
                    e += 1
                if e < n and text[e] in _digits:
                    while e < n and text[e] in _digits:
                        e += 1
                    end = e
            if end == whole:
                return d.parse_int(text[at:end]), end
            return d.parse_float(text[at:end]), end
    for word in ('NaN', 'Infinity', '-Infinity'):
        if text[at:at + len(word)] == word:
            return d.parse_constant(word), at + len(word)
    raise _NoValue(at)


class _NoValue(Exception):
    pass


def _value(d, text, at):
    try:
        return scan(d, text, at)
    except _NoValue as e:
        place = e.args[0]
    _fail('Expecting value', text, place)


def _array(d, text, at):
    items = []
    at = _skip(text, at)
    if text[at:at + 1] == ']':
        return items, at + 1
    while True:
        value, at = _value(d, text, at)
        items.append(value)
        at = _skip(text, at)
        c = text[at:at + 1]
        if c == ']':
            return items, at + 1
        if c != ',':
            _fail("Expecting ',' delimiter", text, at)
        comma = at
        at = _skip(text, at + 1)
        if text[at:at + 1] == ']':
            _fail('Illegal trailing comma before end of array', text, comma)


def _object(d, text, at):
    pairs = []
    memo = d.memo
    at = _skip(text, at)
    c = text[at:at + 1]
    if c == '}':
        at += 1
    elif c != '"':
        _fail('Expecting property name enclosed in double quotes', text, at)
    else:
        while True:
            key, at = scanstring(text, at + 1, d.strict)
            key = memo.setdefault(key, key)
            at = _skip(text, at)
            if text[at:at + 1] != ':':
                _fail("Expecting ':' delimiter", text, at)
            value, at = _value(d, text, _skip(text, at + 1))
            pairs.append((key, value))
            at = _skip(text, at)
            c = text[at:at + 1]
            if c == '}':
                at += 1
                break
            if c != ',':
                _fail("Expecting ',' delimiter", text, at)
            comma = at
            at = _skip(text, at + 1)
            c = text[at:at + 1]
            if c != '"':
                if c == '}':
                    _fail('Illegal trailing comma before end of object', text, comma)
                _fail('Expecting property name enclosed in double quotes', text, at)
    if d.object_pairs_hook is not None:
        return d.object_pairs_hook(pairs), at
    made = dict(pairs)
    if d.object_hook is not None:
        made = d.object_hook(made)
    return made, at


def raw_decode(d, text, at):
    if at < 0:
        raise ValueError('idx cannot be negative')
    d.memo = {}
    try:
        return _value(d, text, at)
    finally:
        d.memo = None


def decode(d, text):
    made, end = raw_decode(d, text, _skip(text, 0))
    end = _skip(text, end)
    if end != len(text):
        _fail('Extra data', text, end)
    return made
