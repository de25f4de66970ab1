"""list, tuple, slice and range where an item or an argument needs Python: compared, hashed, shown or used as an index.

The searches go on in C as far as they can: _items_probe and _items_differ answer a place, -1 for none, or -2 - place for
an item that has to be compared here.
"""

UNSET = object()
MAX = (1 << 63) - 1
END = 1 << 40  # behind every item

# ------------------------------------------------------------------------------------------------- positions


def has_index(x):
    return _has_special(x, '__index__')


def bound(x):
    """A part of a slice as an int or None."""
    if x is None or has_index(x):
        return x if x is None else _index(x)
    raise TypeError('slice indices must be integers or None or have an __index__ method')


def plain_key(key):
    if type(key) is not slice:
        i = _index(key)
        if not -MAX - 1 <= i <= MAX:
            raise IndexError(f"cannot fit '{type(key).__name__}' into an index-sized integer")
        return i
    step = bound(key.step)
    start = bound(key.start)
    return slice(start, bound(key.stop), step)


def position(x):
    if has_index(x):
        return _index(x)
    raise TypeError('slice indices must be integers or have an __index__ method')


# ------------------------------------------------------------------------------------------------- searching


def find(self, value, i, stop):
    """The first place from i on with an item equal to value, or -1."""
    while (i := _items_probe(self, value, i, stop)) < -1:
        i = -2 - i
        if _items_at(self, i) == value:
            return i
        i += 1
    return i


def contains(self, value):
    return find(self, value, 0, END) >= 0


def index(self, value, start=0, stop=MAX):
    start, stop = position(start), position(stop)
    n = _items_len(self)
    if start < 0:
        start = max(start + n, 0)
    if stop < 0:
        stop = max(stop + n, 0)
    i = find(self, value, min(start, END), min(stop, END))
    if i >= 0:
        return i
    name = 'list' if isinstance(self, list) else 'tuple'
    raise ValueError(f'{name}.index(x): x not in {name}')


def count(self, value):
    n = i = 0
    while (i := find(self, value, i, END)) >= 0:
        n += 1
        i += 1
    return n


def remove(self, value):
    i = find(self, value, 0, END)
    if i < 0:
        raise ValueError('list.remove(x): x not in list')
    list.__delitem__(self, slice(i, i + 1))


# ------------------------------------------------------------------------------------------------- comparing


def difference(a, b):
    """The first place where two of them differ, or -1 when there is none that both have."""
    i = 0
    while (i := _items_differ(a, b, i)) < -1:
        i = -2 - i
        if not _items_at(a, i) == _items_at(b, i):
            return i if i < _items_len(a) and i < _items_len(b) else -1
        i += 1
    return i


def eq(a, b):
    return _items_len(a) == _items_len(b) and difference(a, b) < 0 and _items_len(a) == _items_len(b)


def ne(a, b):
    return not eq(a, b)


def lt(a, b):
    i = difference(a, b)
    return _items_at(a, i) < _items_at(b, i) if i >= 0 else _items_len(a) < _items_len(b)


def le(a, b):
    i = difference(a, b)
    return _items_at(a, i) <= _items_at(b, i) if i >= 0 else _items_len(a) <= _items_len(b)


def gt(a, b):
    i = difference(a, b)
    return _items_at(a, i) > _items_at(b, i) if i >= 0 else _items_len(a) > _items_len(b)


def ge(a, b):
    i = difference(a, b)
    return _items_at(a, i) >= _items_at(b, i) if i >= 0 else _items_len(a) >= _items_len(b)


def hashes(self):
    result = []
    i = 0
    while i < _items_len(self):
        result.append(hash(_items_at(self, i)))
        i += 1
    return result


def tuple_hash(self):
    return _items_hash(hashes(self), self)


def slice_hash(self):
    return _items_hash(hashes(self), self)


# --------------------------------------------------------------------------------------------------- showing


def texts(self):
    parts = []
    i = 0
    while i < _items_len(self):
        text, after = _items_repr(self, i)
        if after == i:
            text, after = repr(_items_at(self, i)), i + 1
        parts.append(text)
        i = after
    return ', '.join(parts)


def list_repr(self):
    if not _repr_enter(self):
        return '[...]'
    try:
        return f'[{texts(self)}]'
    finally:
        _repr_leave(self)


def tuple_repr(self):
    if not _repr_enter(self):
        return '(...)'
    try:
        return f'({texts(self)},)' if _items_len(self) == 1 else f'({texts(self)})'
    finally:
        _repr_leave(self)


def slice_repr(self):
    return f'slice({texts(self)})'


# ----------------------------------------------------------------------------------------------------- items


def getitem(self, key):
    return (list if isinstance(self, list) else tuple).__getitem__(self, plain_key(key))


def setitem(self, key, value):
    if type(key) is slice and type(value) is not list and type(value) is not tuple:
        key = plain_key(key)
        try:
            it = iter(value)
        except TypeError:
            it = None
        if it is None:
            raise TypeError('must assign iterable to extended slice')
        value = as_list(it)
    list.__setitem__(self, plain_key(key), value)


def delitem(self, key):
    list.__delitem__(self, plain_key(key))


def insert(self, i, item):
    list.insert(self, _index(i), item)


def pop(self, i=-1):
    return list.pop(self, _index(i))


# ------------------------------------------------------------------------------------------- from an iterable


def hint(x):
    """What a list asks of an iterable before it takes its items; the answer makes no difference here."""
    if _has_special(x, '__len__'):
        try:
            len(x)
            return
        except TypeError:
            pass
    if _has_special(x, '__length_hint__'):
        try:
            n = _call_special(x, '__length_hint__')
        except TypeError:
            return
        if n is not NotImplemented:
            if not isinstance(n, int):
                raise TypeError(f'__length_hint__ must be an integer, not {type(n).__name__}')
            if n > MAX:
                raise OverflowError('Python int too large to convert to C ssize_t')
            if n < 0:
                raise ValueError('__length_hint__() should return >= 0')


def take(self, it):
    """Appends what is left in an iterator."""
    while _list_take(self, it):
        pass
    for item in _each(it):
        _list_append(self, item)


def taken(it):
    """What is left in an iterator, as a new list."""
    result = []
    while _list_take(result, it):
        pass
    rest = [item for item in _each(it)]
    return result + rest if result and rest else result or rest


def as_list(iterable):
    it = iter(iterable)
    hint(iterable)
    return taken(it)


def extend(self, iterable):
    it = iter(iterable)
    hint(iterable)
    take(self, it)


def init(self, iterable=UNSET):
    _list_clear(self)
    if iterable is not UNSET:
        _list_adopt(self, as_list(iterable))


def tuple_make(cls, iterable=(), kwargs=None):
    return tuple.__new__(cls, taken(iter(iterable)))


SLOT = type(int.__add__)


def reflected(x, name, self):
    """What x's class says to self += x or self *= x, when it says so in Python."""
    if _has_special(x, name) and type(_type_lookup(type(x), name)) is not SLOT:
        return _call_special(x, name, self)
    return NotImplemented


def iadd(self, other):
    result = reflected(other, '__radd__', self)
    if result is not NotImplemented:
        return result
    extend(self, other)
    return self


def imul(self, n):
    result = reflected(n, '__rmul__', self)
    if result is not NotImplemented:
        return result
    if not has_index(n):
        raise TypeError(f"can't multiply sequence by non-int of type '{type(n).__name__}'")
    return _list_repeat(self, _index(n))


# ----------------------------------------------------------------------------------------------------- slice


def slice_indices(self, length):
    length = _index(length)
    if length < 0:
        raise ValueError('length should not be negative')
    step = 1 if self.step is None else bound(self.step)
    if step == 0:
        raise ValueError('slice step cannot be zero')
    low, high = (-1, length - 1) if step < 0 else (0, length)

    def clip(x, default):
        if x is None:
            return default
        x = bound(x)
        if x < 0:
            return max(x + length, low)
        return min(x, high)

    first, last = (high, low) if step < 0 else (low, high)
    start = clip(self.start, first)
    return start, clip(self.stop, last), step


def slice_reduce(self):
    return slice, (self.start, self.stop, self.step)


# ----------------------------------------------------------------------------------------------------- range


def range_make(cls, start, stop=UNSET, step=1):
    if stop is UNSET:
        start, stop = 0, _index(start)
    else:
        start, stop = _index(start), _index(stop)
    step = _index(step)
    if step == 0:
        raise ValueError('range() arg 3 must not be zero')
    n = (stop - start + step - 1) // step if step > 0 else (start - stop - step - 1) // -step
    return _range_new(start, stop, step, max(n, 0))


def range_getitem(self, key):
    n = _range_len(self)
    if type(key) is slice:
        start, stop, step = key.indices(n)
        return range(self.start + start * self.step, self.start + stop * self.step, self.step * step)
    if not has_index(key):
        raise TypeError(f'range indices must be integers or slices, not {type(key).__name__}')
    i = _index(key)
    if i < 0:
        i += n
    if not 0 <= i < n:
        raise IndexError('range object index out of range')
    return self.start + i * self.step


def range_find(self, value):
    """The place of value, or -1."""
    if type(value) is int or type(value) is bool:
        i, rest = divmod(value - self.start, self.step)
        return i if not rest and 0 <= i < _range_len(self) else -1
    i = 0
    for item in self:
        if item is value or item == value:
            return i
        i += 1
    return -1


def range_contains(self, value):
    return range_find(self, value) >= 0


def range_count(self, value):
    if type(value) is int or type(value) is bool:
        return int(range_find(self, value) >= 0)
    n = 0
    for item in self:
        if item is value or item == value:
            n += 1
    return n


def range_index(self, value):
    i = range_find(self, value)
    if i >= 0:
        return i
    if type(value) is int or type(value) is bool:
        raise ValueError('range.index(x): x not in range')
    raise ValueError('sequence.index(x): x not in sequence')


def range_reversed(self):
    last = self.start + (_range_len(self) - 1) * self.step
    return iter(range(last, self.start - self.step, -self.step))


def range_reduce(self):
    return range, (self.start, self.stop, self.step)


# ------------------------------------------------------------------------------------------ copying iterators


def range_iter_reduce(self):
    start, step, left = _range_rest(self)
    return iter, (range(start, start + left * step, step),), None


def iter_reduce(self):
    state = _iter_state(self)
    backwards = type(self) is type([].__reversed__())
    if state is None:
        return reversed if backwards else iter, ((),) if type(self) is type(iter(())) else ([],)
    if backwards:
        return reversed, (state[0],), state[1] - 1
    return iter, (state[0],), state[1]


def star_extend(target, iterable):
    """[*iterable]"""
    try:
        it = iter(iterable)
    except TypeError:
        if hasattr(type(iterable), '__iter__') or _has_special(iterable, '__getitem__'):
            raise
        it = None
    if it is None:
        raise TypeError(f'Value after * must be an iterable, not {type(iterable).__name__}')
    hint(iterable)
    take(target, it)
