"""What str hands over: arguments whose __index__, texts whose __str__, items whose __getitem__ are Python's; and the
% operator of str, bytes and bytearray and the templates of str.format with such values. Texts are taken apart and
numbers padded by intrinsics, so everything here is one step of what the C code does in one go.
"""


def place(v):
    """A start or end: what is no index stays as it is, for C to complain about."""
    return _index(v) if hasattr(type(v), '__index__') else v


def getitem(self, key):
    return str.__getitem__(self, _prelude('_sequence.plain_key')(key))


def make(cls, object=''):
    return _str_of_class(cls, str(object))


def format_slot(self, spec):
    return str(self)


# ------------------------------------------------------------------------------------------------------- methods


def count(self, sub, start=None, end=None):
    return str.count(self, sub, place(start), place(end))


def find(self, sub, start=None, end=None):
    return str.find(self, sub, place(start), place(end))


def rfind(self, sub, start=None, end=None):
    return str.rfind(self, sub, place(start), place(end))


def index(self, sub, start=None, end=None):
    return str.index(self, sub, place(start), place(end))


def rindex(self, sub, start=None, end=None):
    return str.rindex(self, sub, place(start), place(end))


def startswith(self, prefix, start=None, end=None):
    return str.startswith(self, prefix, place(start), place(end))


def endswith(self, suffix, start=None, end=None):
    return str.endswith(self, suffix, place(start), place(end))


def center(self, width, fill=' '):
    return str.center(self, _index(width), fill)


def ljust(self, width, fill=' '):
    return str.ljust(self, _index(width), fill)


def rjust(self, width, fill=' '):
    return str.rjust(self, _index(width), fill)


def zfill(self, width):
    return str.zfill(self, _index(width))


def expandtabs(self, size=8):
    return str.expandtabs(self, _index(size))


def split(self, sep=None, most=-1):
    return str.split(self, sep, _index(most))


def rsplit(self, sep=None, most=-1):
    return str.rsplit(self, sep, _index(most))


def splitlines(self, keep=False):
    return str.splitlines(self, not not keep)


def replace(self, old, new, count=-1):
    return str.replace(self, old, new, _index(count))


def join(self, iterable):
    try:
        items = iter(iterable)
    except TypeError:
        items = None
    if items is None:
        raise TypeError('can only join an iterable')
    return str.join(self, [item for item in items])


def maketrans(x):
    table = {}
    for key, value in dict.items(x):
        table[ord(key) if issubclass(type(key), str) else key] = value
    return table


def translated(table, c):
    """What a character becomes: a text, or None to delete it."""
    try:
        item = table[ord(c)]
    except LookupError:
        return c
    return None if item is None else _str_translated(item)


def translate(self, table):
    # Characters are looked up when and as often as CPython does: in ASCII text each only once, until one does not become
    # a single ASCII character; and behind a deleted one those that follow, to find all that are deleted.
    text = str.__str__(self)
    out = []
    at, n = 0, len(text)
    if text.isascii():
        known = {}
        for c in text:
            if c not in known:
                new = translated(table, c)
                if new is None:
                    new = ''
                elif len(new) != 1 or not new.isascii():
                    break
                known[c] = new
            out.append(known[c])
            at += 1
    while at < n:
        new = translated(table, text[at])
        at += 1
        if new is not None:
            out.append(new)
            continue
        while at < n and translated(table, text[at]) is None:
            at += 1
    return ''.join(out)


# ------------------------------------------------------------------------------------------------------- %


def percent(self, values):
    """format % values, for str, bytes and bytearray."""
    text = issubclass(type(self), str)
    mapping = _percent_is_mapping(self, values)
    at, n = (0, tuple.__len__(values)) if issubclass(type(values), tuple) else (-2, -1)
    current = values
    out = []
    place = 0

    def next_value():
        nonlocal at
        if at >= n:
            raise TypeError('not enough arguments for format string')
        at += 1
        return current if n < 0 else tuple.__getitem__(values, at - 1)

    def star():
        v = next_value()
        if not issubclass(type(v), int):
            raise TypeError('* wants int')
        return _index(v)

    while (part := _percent_parse(self, place)) is not None:
        literal, place, key, flags, width, precision, conversion, where, error = part
        out.append(literal)
        if conversion is None:
            continue
        if key is not None:
            if not mapping:
                raise TypeError('format requires a mapping')
            if key is False:
                raise ValueError(error)
            current = values[key]
            at, n = -2, -1
        if width is True:
            width = star()
        if precision is True:
            precision = star()
        if error is not None:
            raise ValueError(error)
        out.append(_percent_put(self, flags, width, precision, conversion, where, next_value()))
    if at < n and not mapping:
        raise TypeError(f"not all arguments converted during {'string' if text else 'bytes'} formatting")
    if text:
        return ''.join(out)
    return (bytearray() if issubclass(type(self), bytearray) else b'').join(out)


TEXT, DIGITS = 1, 2


def percent_put(format, flags, width, precision, conversion, where, v):
    """One value that is Python's: made a plain one first."""
    text = issubclass(type(format), str)
    kind = chr(conversion)
    if kind in 'sb' and not text:
        v = _special(v, '__bytes__')
        if not issubclass(type(v), bytes):
            raise TypeError(f'__bytes__ returned non-bytes (type {type(v).__name__})')
        conversion = TEXT
    elif kind in 'sra':
        v = str(v) if kind == 's' else repr(v) if kind == 'r' and text else ascii(v)
        if not text:
            v = v.encode()
        conversion = TEXT
    elif kind in 'diu' and issubclass(type(v), int):
        v = int.__repr__(v)
        conversion = DIGITS
    elif kind in 'diu':
        try:
            v = int(v)
        except TypeError:
            raise TypeError(f'%{kind} format: a real number is required, not {type(v).__name__}') from None
    elif kind in 'oxX':
        try:
            v = _index(v)
        except TypeError:
            raise TypeError(f'%{kind} format: an integer is required, not {type(v).__name__}') from None
    elif kind == 'c':
        v = _index(v)
    else:
        v = float(v)
    return _percent_put(format, flags, width, precision, conversion, where, v)


# ------------------------------------------------------------------------------------------------------- str.format


def format_method(self, args=(), kwargs={}):
    return build(self, args, kwargs, [None, 0], 2)


def format_map(self, mapping):
    return build(self, None, mapping, [None, 0], 2)


def build(template, args, kwargs, numbers, depth):
    if depth == 0:
        raise ValueError('Max string recursion exceeded')
    out = []
    at = 0
    while (part := _template_next(template, at)) is not None:
        literal, at, name, conversion, spec, nested = part
        out.append(literal)
        if name is None:
            continue
        v = field(name, args, kwargs, numbers)
        if conversion == 'r':
            v = repr(v)
        elif conversion == 's':
            v = str(v)
        elif conversion == 'a':
            v = ascii(v)
        elif conversion is not None:
            _template_conversion(conversion)
        if nested:
            spec = build(spec, args, kwargs, numbers, depth - 1)
        out.append(format(v, spec))
    return ''.join(out)


def field(name, args, kwargs, numbers):
    """The value of a field: numbers is [is numbering automatic, next number]."""
    first, at = _template_first(name)
    if at == 0 or type(first) is int:
        automatic = at == 0
        if numbers[0] is None:
            numbers[0] = automatic
        elif numbers[0] is not automatic:
            kinds = 'manual field specification', 'automatic field numbering'
            raise ValueError(f'cannot switch from {kinds[not automatic]} to {kinds[automatic]}')
        if automatic:
            first = numbers[1]
            numbers[1] += 1
        if args is None:
            raise ValueError('Format string contains positional fields')
        if first >= len(args):
            raise IndexError(f'Replacement index {first} out of range for positional args tuple')
        v = args[first]
    else:
        v = kwargs[first]
    while (part := _template_part(name, at)) is not None:
        attribute, key, at = part
        v = getattr(v, key) if attribute else v[key]
    return v
