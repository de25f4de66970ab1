"""set and frozenset where an element needs Python to be hashed or compared. As in _dict.py, a search goes on in C as far as
it can: _set_probe answers a slot, -1 for none, or -2 - step for a candidate that has to be compared here."""

UNSET = object()


def unhashable(key, e):
    """What is raised for an element whose hash() raised e."""
    if type(e) is not TypeError:
        return e
    return TypeError(f"cannot use '{_full_name(type(key))}' as a set element ({e})")


def element_hash(key):
    try:
        return hash(key)
    except TypeError as e:
        error = unhashable(key, e)
    raise error  # not in the handler, where it would get a context


def sought_hash(key):
    """For `in`, remove and discard a set stands for the frozenset with the same elements."""
    if _set_as_frozen(key) is None:
        return element_hash(key)
    try:
        return hash(key)
    except TypeError:
        return _set_as_frozen(key)


def find(self, key, h, adding=False):
    """The slot of a key, or -1."""
    slot = _set_probe(self, key, h, 0)
    if slot >= -1:
        return slot
    while True:
        table = _set_table(self)
        step = 0
        while True:
            slot = _set_probe(self, key, h, step)
            if slot >= -1:
                return slot
            step = -2 - slot
            slot = _set_probed(self, h, step)
            other = _set_key(self, slot)
            equal = not not other == key
            if equal and adding:
                return slot
            if table != _set_table(self) or _set_key(self, slot) is not other:
                break  # the comparison changed the set: from the start
            if equal:
                return slot
            step += 1


def in_dict(d, key, h):
    while True:
        table = _dict_table(d)
        step = 0
        while True:
            entry = _dict_probe(d, key, h, step)
            if entry >= -1:
                return entry >= 0
            step = -2 - entry
            entry = _dict_probed(d, h, step)
            other = _dict_key(d, entry)
            equal = not not other == key
            if table != _dict_table(d) or _dict_key(d, entry) is not other:
                break
            if equal:
                return True
            step += 1


def slots(self, slot=0):
    slot = _set_next(self, slot)
    while slot >= 0:
        yield slot
        slot = _set_next(self, slot + 1)


def is_set(x):
    return isinstance(x, (set, frozenset))


def like(self):
    """An empty one of the type that the results of operations have."""
    return _set_new(set if isinstance(self, set) else frozenset)


def put(self, key, h):
    if find(self, key, h, True) < 0:
        _set_insert(self, key, h)


def drop(self, key, h):
    slot = find(self, key, h)
    if slot >= 0:
        _set_remove(self, slot)
    return slot >= 0


# -------------------------------------------------------------------------------------------------- elements


def add(self, key):
    h = element_hash(key)
    slot = _set_probe(self, key, h, 0)
    if slot < -1:
        slot = find(self, key, h, True)
    if slot < 0:
        _set_insert(self, key, h)


def contains(self, key):
    return find(self, key, sought_hash(key)) >= 0


def discard(self, key):
    drop(self, key, sought_hash(key))


def remove(self, key):
    if not drop(self, key, sought_hash(key)):
        raise KeyError(key)


# --------------------------------------------------------------------------------------------------- filling


def merge(self, other):
    if is_set(other):
        if other is not self and _set_len(other):
            _set_room(self, _set_len(other))
            for slot in slots(other):
                put(self, _set_key(other, slot), _set_hash(other, slot))
    elif type(other) is dict:
        _set_room(self, _dict_len(other))
        entry = _dict_next(other, 0)
        while entry >= 0:
            put(self, _dict_key(other, entry), _dict_hash(other, entry))
            entry = _dict_next(other, entry + 1)
    else:
        for key in _each(iter(other)):
            _set_add(self, key)


def update(self, others):
    for other in others:
        merge(self, other)


def init(self, iterable=UNSET):
    _set_clear(self)
    if iterable is not UNSET:
        merge(self, iterable)


def frozenset_make(cls, iterable=(), kwargs=None):
    self = _set_new(cls)
    merge(self, iterable)
    return self


def copy(self):
    result = like(self)
    merge(result, self)
    return result


# ------------------------------------------------------------------------------------------------ operations


def or_(a, b):
    result = copy(a)
    if a is not b:
        merge(result, b)
    return result


def ior(self, other):
    merge(self, other)
    return self


def union(self, others):
    result = copy(self)
    for other in others:
        if other is not self:
            merge(result, other)
    return result


def and_(self, other):
    if self is other:
        return copy(self)
    result = like(self)
    if is_set(other):
        if _set_len(other) > _set_len(self):
            self, other = other, self
        for slot in slots(other):
            key, h = _set_key(other, slot), _set_hash(other, slot)
            if find(self, key, h) >= 0:
                put(result, key, h)
        return result
    for key in _each(iter(other)):
        h = hash(key)
        if find(self, key, h) >= 0:
            put(result, key, h)
            if _set_len(result) >= _set_len(self):
                break
    return result


def iand(self, other):
    _set_swap(self, and_(self, other))
    return self


def intersection(self, others):
    if not others:
        return copy(self)
    for other in others:
        self = and_(self, other)
    return self


def intersection_update(self, others):
    _set_swap(self, intersection(self, others))


def sub(self, other):
    is_dict = type(other) is dict
    if not is_dict and not is_set(other) or _set_len(self) >> 2 > (_dict_len(other) if is_dict else _set_len(other)):
        result = copy(self)
        subtract_from(result, other, 0)
        return result
    result = like(self)
    for slot in slots(self):
        key, h = _set_key(self, slot), _set_hash(self, slot)
        if not (in_dict(other, key, h) if is_dict else find(other, key, h) >= 0):
            put(result, key, h)
    return result


def subtract_from(self, other, place):
    """Takes the elements of other out of self: those from a place on, which is a slot or an index."""
    if other is self:
        _set_clear(self)
        return
    if is_set(other):
        if not place and _set_len(other) >> 3 > _set_len(self):
            other = and_(self, other)
        for slot in slots(other, place):
            drop(self, _set_key(other, slot), _set_hash(other, slot))
    elif place:  # a list or a tuple
        while place < len(other):
            discard_element(self, other[place])
            place += 1
    else:
        for key in _each(iter(other)):
            discard_element(self, key)
    _set_tidy(self)


def discard_element(self, key):
    drop(self, key, sought_hash(key))


def subtract(self, others, i, place, result):
    """Goes on where C had to stop: in others[i]."""
    subtract_from(self, others[i], place)
    for other in others[i + 1:]:
        subtract_from(self, other, 0)
    return result


def difference(self, others):
    if not others:
        return copy(self)
    result = sub(self, others[0])
    for other in others[1:]:
        subtract_from(result, other, 0)
    return result


def difference_update(self, others):
    subtract(self, others, 0, 0, None)


def toggle(self, other, place, result):
    """self ^= other from a slot or entry on; goes on where C had to stop."""
    if is_set(other):
        for slot in slots(other, place):
            toggle_one(self, _set_key(other, slot), _set_hash(other, slot))
    else:
        entry = _dict_next(other, place)
        while entry >= 0:
            toggle_one(self, _dict_key(other, entry), _dict_hash(other, entry))
            entry = _dict_next(other, entry + 1)
    return result


def toggle_one(self, key, h):
    if not drop(self, key, h):
        put(self, key, h)


def symmetric_difference_update(self, other):
    if self is other:
        _set_clear(self)
    elif is_set(other) or type(other) is dict:
        toggle(self, other, 0, None)
    else:
        made = set()
        merge(made, other)
        toggle(self, made, 0, None)


def xor(self, other):
    result = like(self)
    merge(result, other)
    return toggle(result, self, 0, result)


symmetric_difference = xor

# ------------------------------------------------------------------------------------------------- comparing


def subset(a, b):
    if _set_len(a) > _set_len(b):
        return False
    for slot in slots(a):
        if find(b, _set_key(a, slot), _set_hash(a, slot)) < 0:
            return False
    return True


def issubset(self, other):
    if is_set(other):
        return subset(self, other)
    return _set_len(and_(self, other)) == _set_len(self)


def issuperset(self, other):
    if is_set(other):
        return subset(other, self)
    for key in _each(iter(other)):
        if find(self, key, element_hash(key)) < 0:
            return False
    return True


def isdisjoint(self, other):
    if self is other:
        return not _set_len(self)
    if type(other) is set or type(other) is frozenset:
        if _set_len(other) > _set_len(self):
            self, other = other, self
        for slot in slots(other):
            if find(self, _set_key(other, slot), _set_hash(other, slot)) >= 0:
                return False
        return True
    for key in _each(iter(other)):
        if find(self, key, element_hash(key)) >= 0:
            return False
    return True


def eq(a, b):
    return _set_len(a) == _set_len(b) and subset(a, b)


def ne(a, b):
    return not eq(a, b)


def lt(a, b):
    return _set_len(a) < _set_len(b) and subset(a, b)


def le(a, b):
    return subset(a, b)


def gt(a, b):
    return _set_len(a) > _set_len(b) and subset(b, a)


def ge(a, b):
    return subset(b, a)


# -------------------------------------------------------------------------------------------- showing, copying


def elements(self):
    return [_set_key(self, slot) for slot in slots(self)]


def set_repr(self):
    name = type(self).__name__
    if not _repr_enter(self):
        return f'{name}(...)'
    try:
        text = repr(elements(self))[1:-1]
        return f'{{{text}}}' if type(self) is set else f'{name}({{{text}}})'
    finally:
        _repr_leave(self)


def reduce(self):
    return type(self), (elements(self),), getattr(self, '__dict__', None)


def iter_reduce(self):
    return iter, ([*_set_iter_copy(self)],)


def from_items(items):
    """{a, b, …}"""
    result = set()
    for key in items:
        _set_add(result, key)
    return result
