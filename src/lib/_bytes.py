"""What bytes, bytearray and memoryview hand over: arguments whose __index__ or __bytes__ and iterables whose __iter__ are
Python's.
"""

VIEWS = (bytes, bytearray, memoryview)
MISSING = object()


def kind(self):
    return bytearray if issubclass(type(self), bytearray) else memoryview if type(self) is memoryview else bytes


def place(v):
    """A start, an end, what is looked for: what is no index stays as it is, for C to complain about."""
    return _index(v) if hasattr(type(v), '__index__') and not issubclass(type(v), VIEWS) else v


def subscript(key):
    return _prelude('_sequence.plain_key')(key) if type(key) is slice or hasattr(type(key), '__index__') else key


def iterator(iterable):
    """iter(iterable), or None where that is a TypeError."""
    try:
        return iter(iterable)
    except TypeError:
        return None


def gather(items, what):
    """The bytes that an iterator's ints are."""
    out = bytearray()
    while True:
        try:
            item = next(items)
        except StopIteration:
            return out
        n = _index(item)
        if not 0 <= n < 256:
            raise ValueError(f'{what} must be in range(0, 256)')
        out.append(n)


def source_bytes(source, name, what):
    if hasattr(type(source), '__index__'):
        try:
            n = _index(source)
        except TypeError:
            pass
        else:
            return bytearray(n)
    items = iterator(source)
    if items is None:
        raise TypeError(f"cannot convert '{type(source).__name__}' object to {name}")
    return gather(items, what)


def make(cls, source=b'', encoding=None, errors=None):
    data = _special(source, '__bytes__')
    if data is NotImplemented:
        data = bytes(source_bytes(source, 'bytes', 'bytes'))
    elif not issubclass(type(data), bytes):
        raise TypeError(f'__bytes__ returned non-bytes (type {type(data).__name__})')
    return data if cls is bytes else _bytes_of_class(cls, data)


def getitem(self, key):
    return kind(self).__getitem__(self, subscript(key))


def contains(self, item):
    return kind(self).__contains__(self, _index(item))


# ------------------------------------------------------------------------------------------------------- methods


def count(self, sub, start=None, end=None):
    start, end = place(start), place(end)
    return kind(self).count(self, place(sub), start, end)


def find(self, sub, start=None, end=None):
    start, end = place(start), place(end)
    return kind(self).find(self, place(sub), start, end)


def rfind(self, sub, start=None, end=None):
    start, end = place(start), place(end)
    return kind(self).rfind(self, place(sub), start, end)


def index(self, sub, start=None, end=None):
    start, end = place(start), place(end)
    return kind(self).index(self, place(sub), start, end)


def rindex(self, sub, start=None, end=None):
    start, end = place(start), place(end)
    return kind(self).rindex(self, place(sub), start, end)


def startswith(self, prefix, start=None, end=None):
    return kind(self).startswith(self, prefix, place(start), place(end))


def endswith(self, suffix, start=None, end=None):
    return kind(self).endswith(self, suffix, place(start), place(end))


def center(self, width, fill=b' '):
    return kind(self).center(self, _index(width), fill)


def ljust(self, width, fill=b' '):
    return kind(self).ljust(self, _index(width), fill)


def rjust(self, width, fill=b' '):
    return kind(self).rjust(self, _index(width), fill)


def zfill(self, width):
    return kind(self).zfill(self, _index(width))


def expandtabs(self, size=8):
    return kind(self).expandtabs(self, _index(size))


def split(self, sep=None, most=-1):
    return kind(self).split(self, sep, _index(most))


def rsplit(self, sep=None, most=-1):
    return kind(self).rsplit(self, sep, _index(most))


def splitlines(self, keep=False):
    return kind(self).splitlines(self, not not keep)


def replace(self, old, new, count=-1):
    return kind(self).replace(self, old, new, _index(count))


def join(self, iterable):
    items = iterator(iterable)
    if items is None:
        raise TypeError('can only join an iterable')
    return kind(self).join(self, [item for item in items])


def hex(self, sep=MISSING, group=1):
    group = _index(group)
    if sep is MISSING:
        return kind(self).hex(self, bytes_per_sep=group)
    if not issubclass(type(sep), (str, *VIEWS)):
        if len(sep) != 1:
            raise ValueError('sep must be length 1.')
        raise TypeError('sep must be str or bytes.')
    return kind(self).hex(self, sep, group)


# ------------------------------------------------------------------------------------------------------- bytearray


def array_init(self, source=b'', encoding=None, errors=None):
    bytearray.extend(self, source_bytes(source, 'bytearray', 'byte'))


def array_append(self, item):
    bytearray.append(self, _index(item))


def array_extend(self, iterable):
    items = iterator(iterable)
    if items is None:
        raise TypeError(f"can't extend bytearray with {type(iterable).__name__}")
    bytearray.extend(self, gather(items, 'byte'))


def array_insert(self, at, item):
    bytearray.insert(self, _index(at), _index(item))


def array_pop(self, at=-1):
    return bytearray.pop(self, _index(at))


def array_remove(self, value):
    bytearray.remove(self, _index(value))


def array_resize(self, size):
    bytearray.resize(self, _index(size))


def array_setitem(self, key, value):
    at = subscript(key)
    if type(key) is not slice:
        value = place(value)
    elif value is self or not issubclass(type(value), bytearray):
        if not issubclass(type(value), VIEWS):
            value = source_bytes(value, 'bytearray', 'byte')
        at = subscript(key)  # CPython starts anew with a copy of the value
    bytearray.__setitem__(self, at, value)


def array_delitem(self, key):
    bytearray.__delitem__(self, subscript(key))


def array_multiply(self, n):
    return bytearray.__imul__(self, _index(n))


def array_reduce(self, proto=2):
    data = bytes(self)
    args = (data,) if proto > 2 else (data.decode('latin-1'), 'latin-1') if data else ()
    return type(self), args, getattr(self, '__dict__', None)


# ------------------------------------------------------------------------------------------------------- memoryview


def view_contains(self, value):
    for item in self:
        if item is value or item == value:
            return True
    return False


def view_count(self, value):
    n = 0
    for item in self:
        n += item is value or item == value
    return n


def view_index(self, value, start=0, stop=None):
    for i in range(*slice(place(start), place(stop)).indices(len(self))):
        item = self[i]
        if item is value or item == value:
            return i
    raise ValueError('memoryview.index(x): x not found')


def view_setitem(self, key, value):
    memoryview.__setitem__(self, subscript(key), place(value))
