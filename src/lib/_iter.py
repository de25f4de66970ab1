"""The steps of enumerate, zip, map, filter, reversed and of iter()'s own iterators when what they stand on needs Python.

Their parts are read by _iter_part and set by _iter_set; see src/obj/iter.c for what stands where. A part that is not there
reads as `...`.
"""




# ------------------------------------------------------------------------------------- iter(x), iter(f, sentinel)


def seq_next(self):
    seq = _iter_part(self, 0)
    if seq is not ...:
        i = _iter_part(self, 3)
        try:
            item = seq[i]
        except (IndexError, StopIteration):
            _iter_set(self, 0, ...)
        else:
            _iter_set(self, 3, i + 1)
            return item
    raise StopIteration


def seq_hint(self):
    seq = _iter_part(self, 0)
    if seq is ...:
        return 0
    if not _has_special(seq, '__len__'):
        return NotImplemented
    return max(len(seq) - _iter_part(self, 3), 0)


def seq_reduce(self):
    seq = _iter_part(self, 0)
    return (iter, ((),)) if seq is ... else (iter, (seq,), _iter_part(self, 3))


def call_next(self):
    function = _iter_part(self, 0)
    if function is not ...:
        try:
            result = function()
        except StopIteration:
            _iter_set(self, 0, ...)
            _iter_set(self, 1, ...)
        else:
            sentinel = _iter_part(self, 1)
            if sentinel is ...:  # it ended while the function ran
                pass
            elif sentinel is result or sentinel == result:
                _iter_set(self, 0, ...)
                _iter_set(self, 1, ...)
            else:
                return result
    raise StopIteration


def call_reduce(self):
    function = _iter_part(self, 0)
    return (iter, ((),)) if function is ... else (iter, (function, _iter_part(self, 1)))


# ------------------------------------------------------------------------------------------------- enumerate


def enumerate_make(cls, iterable=None, start=0, kwargs=None):
    start = _index(start)
    return _iter_new(cls, iter(iterable), start, False)


def enumerate_next(self):
    item = next(_iter_part(self, 0))
    i = _iter_part(self, 1)
    _iter_set(self, 1, i + 1)
    return i, item


def enumerate_reduce(self):
    return type(self), (_iter_part(self, 0), _iter_part(self, 1))


# -------------------------------------------------------------------------------------------------- zip, map


def iterators(iterables):
    return tuple([iter(x) for x in iterables])


def step(self, name):
    """The next item of each iterator, as a list; None at the end."""
    its = _iter_part(self, 0)
    if its is ...:
        return None
    items = []
    for it in its:
        try:
            items.append(next(it))
        except StopIteration:
            break
    n = len(items)
    if n == len(its):
        return items if n else None
    if _iter_part(self, 4):
        if n:
            raise uneven(name, n, 'shorter')
        n = 1
        while n < len(its):
            try:
                next(its[n])
            except StopIteration:
                n += 1
            else:
                raise uneven(name, n, 'longer')
    return None


def uneven(name, at, how):
    others = 'argument 1' if at == 1 else f'arguments 1-{at}'
    return ValueError(f'{name}() argument {at + 1} is {how} than {others}')


def zip_make(cls, iterables, strict=False):
    strict = not not strict
    return _iter_new(cls, iterators(iterables), ..., strict)


def zip_next(self):
    items = step(self, 'zip')
    if items is None:
        raise StopIteration
    return tuple(items)


def zip_reduce(self):
    its = _iter_part(self, 0)
    return (type(self), its, True) if _iter_part(self, 4) else (type(self), its)


def zip_setstate(self, state):
    _iter_set(self, 4, not not state)


def map_make(cls, function=None, iterables=(), strict=False):
    strict = not not strict
    return _iter_new(cls, iterators(iterables), function, strict)


def map_next(self):
    items = step(self, 'map')
    if items is None:
        raise StopIteration
    return _iter_part(self, 1)(*items)


def map_reduce(self):
    args = (_iter_part(self, 1), *_iter_part(self, 0))
    return (type(self), args, True) if _iter_part(self, 4) else (type(self), args)


# ---------------------------------------------------------------------------------------------------- filter


def filter_make(cls, function, iterable):
    return _iter_new(cls, iter(iterable), function, False)


def filter_next(self):
    """filter(None, …) where C has met an item whose truth is Python's."""
    if _iter_part(self, 3):
        item = _iter_part(self, 2)
        _iter_set(self, 2, ...)
        _iter_set(self, 3, 0)
        if item:
            return item
    for item in _each(_iter_part(self, 0)):
        if item:
            return item
    raise StopIteration


def filter_call(function, it):
    for item in it:
        if function(item):
            return item
    raise StopIteration


def filter_reduce(self):
    return type(self), (_iter_part(self, 1), _iter_part(self, 0))


# -------------------------------------------------------------------------------------------------- reversed


def reversed_make(cls, seq):
    kind = type(seq)
    found = getattr(kind, '__reversed__', ...)
    if found is not None:
        if found is not ...:
            return _call_special(seq, '__reversed__')
        if _has_special(seq, '__getitem__') and not isinstance(seq, dict):
            return _reversed_new(cls, seq, len(seq) - 1)
    raise TypeError(f"'{kind.__name__}' object is not reversible")


def reversed_next(self):
    seq, i = _iter_part(self, 0), _iter_part(self, 3)
    if seq is not ... and i >= 0:
        try:
            item = seq[i]
        except (IndexError, StopIteration):
            pass
        else:
            _iter_set(self, 3, i - 1)
            return item
    _iter_set(self, 0, ...)
    _iter_set(self, 3, -1)
    raise StopIteration


def reversed_hint(self):
    seq, i = _iter_part(self, 0), _iter_part(self, 3)
    if seq is ... or len(seq) < i + 1:
        return 0
    return i + 1


def reversed_setstate(self, state):
    seq = _iter_part(self, 0)
    if seq is not ...:
        _iter_set(self, 3, max(min(_index(state), len(seq) - 1), -1))


def reversed_reduce(self):
    seq = _iter_part(self, 0)
    return (type(self), ((),)) if seq is ... else (type(self), (seq,), _iter_part(self, 3))
