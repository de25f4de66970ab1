"""dict, its views and mappingproxy where a key or a value needs Python.

A search goes on in C as far as it can: _dict_probe answers an entry, -1 for none, or -2 - step for the candidate after so
many steps on the key's way, which has to be compared here.
"""

UNSET = object()


def unhashable(key, e):
    """What is raised for a key whose hash() raised e."""
    if type(e) is not TypeError:
        return e
    return TypeError(f"cannot use '{_full_name(type(key))}' as a dict key ({e})")


def key_hash(key):
    try:
        return hash(key)
    except TypeError as e:
        error = unhashable(key, e)
    raise error  # not in the handler, where it would get a context


def find(self, key, h):
    """The entry of a key, or -1."""
    entry = _dict_probe(self, key, h, 0)
    if entry >= -1:
        return entry
    while True:
        table = _dict_table(self)
        step = 0
        while True:
            entry = _dict_probe(self, key, h, step)
            if entry >= -1:
                return entry
            step = -2 - entry
            entry = _dict_probed(self, h, step)
            other = _dict_key(self, entry)
            equal = not not other == key
            if table != _dict_table(self) or _dict_key(self, entry) is not other:
                break  # the comparison changed the dict: from the start
            if equal:
                return entry
            step += 1


def seek(self, key):
    return find(self, key, key_hash(key))


def entries(self):
    """The entries, as they are when each is reached."""
    i = _dict_next(self, 0)
    while i >= 0:
        yield i
        i = _dict_next(self, i + 1)


# ----------------------------------------------------------------------------------------------------- items


# getitem and setitem are what programs wait for: key_hash and the first step of find stand here once more.


def getitem(self, key):
    try:
        h, error = hash(key), None
    except TypeError as e:
        error = unhashable(key, e)
    if error:
        raise error
    entry = _dict_probe(self, key, h, 0)
    if entry < -1:
        entry = find(self, key, h)
    if entry >= 0:
        return _dict_value(self, entry)
    if type(self) is not dict and _has_special(self, '__missing__'):
        return _call_special(self, '__missing__', key)
    raise KeyError(key)


def set_hashed(self, key, h, value):
    entry = find(self, key, h)
    if entry >= 0:
        _dict_put(self, entry, value)
    else:
        _dict_insert(self, key, h, value)


def setitem(self, key, value):
    try:
        h, error = hash(key), None
    except TypeError as e:
        error = unhashable(key, e)
    if error:
        raise error
    entry = _dict_probe(self, key, h, 0)
    if entry < -1:
        entry = find(self, key, h)
    if entry >= 0:
        _dict_put(self, entry, value)
    else:
        _dict_insert(self, key, h, value)


def delitem(self, key):
    entry = seek(self, key)
    if entry < 0:
        raise KeyError(key)
    _dict_remove(self, entry)


def contains(self, key):
    return seek(self, key) >= 0


def get(self, key, default=None):
    entry = seek(self, key)
    return _dict_value(self, entry) if entry >= 0 else default


def setdefault(self, key, default=None):
    h = key_hash(key)
    entry = find(self, key, h)
    if entry >= 0:
        return _dict_value(self, entry)
    _dict_insert(self, key, h, default)
    return default


def pop(self, key, default=UNSET):
    if _dict_len(self):
        entry = seek(self, key)
        if entry >= 0:
            value = _dict_value(self, entry)
            _dict_remove(self, entry)
            return value
    if default is UNSET:
        raise KeyError(key)
    return default


# --------------------------------------------------------------------------------------------------- filling


def update(self, other=UNSET, kwargs=None):
    if other is not UNSET:
        merge(self, other)
    if kwargs:
        merge_dict(self, kwargs)


def merge(self, other):
    if type(other) is dict:
        merge_dict(self, other)
    elif hasattr(other, 'keys'):
        if isinstance(other, dict) and type(other).__iter__ is dict.__iter__:
            merge_dict(self, other)
        else:
            merge_mapping(self, other)
    else:
        merge_pairs(self, other)


def merge_dict(self, other):
    if other is self:
        return
    used = _dict_used(other)
    for entry in entries(other):
        set_hashed(self, _dict_key(other, entry), _dict_hash(other, entry), _dict_value(other, entry))
        if used != _dict_used(other):
            raise RuntimeError('dict mutated during update')


def merge_mapping(self, other):
    keys = other.keys()
    try:
        it = iter(keys)
    except TypeError:
        it = None
    if it is None:
        raise TypeError(f'{type(other).__name__}.keys() returned a non-iterable (type {type(keys).__name__})')
    for key in [*_each(it)]:
        _dict_set(self, key, other[key])


def merge_pairs(self, iterable):
    it = iter(iterable)
    i, pair = _dict_take(self, it, 0)
    while pair is not None:
        if pair is not ...:
            put_pair(self, pair, i)
            i += 1
        i, pair = _dict_take(self, it, i)
    for pair in _each(it):
        put_pair(self, pair, i)
        i += 1


def put_pair(self, pair, i):
    if type(pair) is not tuple and type(pair) is not list:
        pair = as_pair(pair, i)
    if len(pair) != 2:
        raise ValueError(f'dictionary update sequence element #{i} has length {len(pair)}; 2 is required')
    _dict_set(self, pair[0], pair[1])


def as_pair(pair, i):
    try:
        it = iter(pair)
    except TypeError:
        it = None
    try:
        if it is None:
            raise TypeError('object is not iterable')
        return [*it]
    except TypeError as e:
        e.add_note(f'Cannot convert dictionary update sequence element #{i} to a sequence')
        raise


def fromkeys(cls, iterable, value=None):
    d = cls()
    it = iter(iterable)
    if type(d) is dict:
        for key in _each(it):
            _dict_set(d, key, value)
    else:
        for key in _each(it):
            d[key] = value
    return d


def copy(self):
    result = {}
    if _dict_len(self):
        merge(result, self)
    return result


def or_(a, b):
    result = copy(a)
    merge(result, b)
    return result


def ior(self, other):
    merge(self, other)
    return self


# --------------------------------------------------------------------------------------- comparing and showing


def eq(a, b):
    if _dict_len(a) != _dict_len(b):
        return False
    for entry in entries(a):
        value = _dict_value(a, entry)
        other = find(b, _dict_key(a, entry), _dict_hash(a, entry))
        if other < 0:
            return False
        other = _dict_value(b, other)
        if value is not other and not value == other:
            return False
    return True


def ne(a, b):
    return not eq(a, b)


def dict_repr(self):
    if not _repr_enter(self):
        return '{...}'
    try:
        texts = []
        for entry in entries(self):
            value = _dict_value(self, entry)
            texts.append(f'{_dict_key(self, entry)!r}: {value!r}')
        return f"{{{', '.join(texts)}}}"
    finally:
        _repr_leave(self)


def iter_reduce(self):
    return iter, ([*_dict_iter_copy(self)],)


# ----------------------------------------------------------------------------------------------------- views

KEYS = type({}.keys())
ITEMS = type({}.items())


def is_view(x):
    return type(x) is KEYS or type(x) is ITEMS


def is_exact_set(x):
    return type(x) is set or type(x) is frozenset


def view_contains(self, item):
    d = _view_dict(self)
    if type(self) is KEYS:
        return contains(d, item)
    entry = seek(d, item[0])
    if entry < 0:
        return False
    value = _dict_value(d, entry)
    return value is item[1] or not not value == item[1]


def view_repr(self):
    if not _repr_enter(self):
        return '...'
    try:
        return f'{type(self).__name__}({[*self]!r})'
    finally:
        _repr_leave(self)


def all_in(a, b):
    for item in a:
        if item not in b:
            return False
    return True


def view_eq(a, b):
    return len(a) == len(b) and all_in(a, b)


def view_ne(a, b):
    return not view_eq(a, b)


def view_lt(a, b):
    return len(a) < len(b) and all_in(a, b)


def view_le(a, b):
    return len(a) <= len(b) and all_in(a, b)


def view_gt(a, b):
    return len(a) > len(b) and all_in(b, a)


def view_ge(a, b):
    return len(a) >= len(b) and all_in(b, a)


def view_isdisjoint(self, other):
    if self is other:
        return not len(self)
    if (is_exact_set(other) or is_view(other)) and len(other) > len(self):
        self, other = other, self
    for item in _each(iter(other)):
        if item in self:
            return False
    return True


def to_set(x):
    if type(x) is KEYS and type(_view_dict(x)) is dict:
        x = _view_dict(x)
    return set(x)


def view_and(self, other):
    if not is_view(self):
        self, other = other, self
    if is_exact_set(other) and len(self) <= len(other):
        return other.intersection(self)
    if is_view(other) and len(other) > len(self):
        self, other = other, self
    result = set()
    for item in _each(iter(other)):
        if item in self:
            result.add(item)
    return result


def view_or(self, other):
    result = to_set(self)
    result.update(other)
    return result


def view_sub(self, other):
    result = to_set(self)
    result.difference_update(other)
    return result


def view_xor(self, other):
    if type(self) is ITEMS and type(other) is ITEMS:
        return items_xor(_view_dict(self), _view_dict(other))
    result = to_set(self)
    result.symmetric_difference_update(other)
    return result


def items_xor(a, b):
    if _dict_len(b) > _dict_len(a):
        a, b = b, a
    rest = copy(a)
    result = set()
    for entry in entries(b):
        key, value, h = _dict_key(b, entry), _dict_value(b, entry), _dict_hash(b, entry)
        mine = find(rest, key, h)
        if mine >= 0:
            other = _dict_value(rest, mine)
            if other is value or other == value:
                _dict_remove(rest, find(rest, key, h))
                continue
        result.add((key, value))
    result.update(rest.items())
    return result


# ---------------------------------------------------------------------------------------------- mappingproxy


def proxy_repr(self):
    return f'mappingproxy({_proxy_mapping(self)!r})'


def proxy_str(self):
    return str(_proxy_mapping(self))


def proxy_hash(self):
    return hash(_proxy_mapping(self))


def proxy_len(self):
    return len(_proxy_mapping(self))


def proxy_getitem(self, key):
    return _proxy_mapping(self)[key]


def proxy_contains(self, key):
    return key in _proxy_mapping(self)


def proxy_iter(self):
    return iter(_proxy_mapping(self))


def proxy_reversed(self):
    return reversed(_proxy_mapping(self))


def proxy_get(self, key, default=None):
    return _proxy_mapping(self).get(key, default)


def proxy_keys(self):
    return _proxy_mapping(self).keys()


def proxy_values(self):
    return _proxy_mapping(self).values()


def proxy_items(self):
    return _proxy_mapping(self).items()


def proxy_copy(self):
    return _proxy_mapping(self).copy()


PROXY = type(type.__dict__)


def proxy_or(a, b):
    return (_proxy_mapping(a) if type(a) is PROXY else a) | (_proxy_mapping(b) if type(b) is PROXY else b)


def proxy_eq(a, b):
    return _proxy_mapping(a) == b


def proxy_ne(a, b):
    return _proxy_mapping(a) != b


def proxy_lt(a, b):
    return _proxy_mapping(a) < b


def proxy_le(a, b):
    return _proxy_mapping(a) <= b


def proxy_gt(a, b):
    return _proxy_mapping(a) > b


def proxy_ge(a, b):
    return _proxy_mapping(a) >= b


def from_items(items):
    """{a: b, …}, from (a, b, …)"""
    result = {}
    i = 0
    while i < len(items):
        _dict_set(result, items[i], items[i + 1])
        i += 2
    return result


def star_update(target, mapping):
    """{**mapping}"""
    if not hasattr(mapping, 'keys'):
        raise TypeError(f"'{type(mapping).__name__}' object is not a mapping")
    merge(target, mapping)
