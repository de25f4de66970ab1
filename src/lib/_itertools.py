# The module itertools: each class keeps a generator that does its work.

_missing = object()


class _Iterator:
    __slots__ = ('_it',)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._it)


def _make(cls, it):
    self = object.__new__(cls)
    self._it = it
    return self


def _is_int(v):
    return _has_special(v, '__index__')


class count:
    __slots__ = ('_at', '_step')

    def __new__(cls, start=0, step=1):
        for v in (start, step):
            if not (_has_special(v, '__add__') and (_is_int(v) or _has_special(v, '__float__') or _has_special(v, '__complex__'))):
                raise TypeError('a number is required')
        self = object.__new__(cls)
        self._at = start
        self._step = step
        return self

    def __iter__(self):
        return self

    def __next__(self):
        now = self._at
        self._at = now + self._step
        return now

    def __repr__(self):
        if _is_exact(self._step, int) and self._step == 1:
            return f'{type(self).__name__}({self._at!r})'
        return f'{type(self).__name__}({self._at!r}, {self._step!r})'


class repeat:
    __slots__ = ('_object', '_left')

    def __new__(cls, object, times=None):
        self = _object_new(cls)
        self._object = object
        self._left = None if times is None else max(0, _index(times))
        return self

    def __iter__(self):
        return self

    def __next__(self):
        left = self._left
        if left is not None:
            if left <= 0:
                raise StopIteration
            self._left = left - 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        if self._left is None:
            return f'{type(self).__name__}({self._object!r})'
        return f'{type(self).__name__}({self._object!r}, {self._left})'


_object_new = object.__new__


class cycle(_Iterator):
    __slots__ = ()

    def __new__(cls, iterable, /):
        return _make(cls, _cycle(_each(iter(iterable))))


def _cycle(it):
    saved = []
    for x in it:
        saved.append(x)
        yield x
    while saved:
        for x in saved:
            yield x


class accumulate(_Iterator):
    __slots__ = ()

    def __new__(cls, iterable, func=None, *, initial=None):
        return _make(cls, _accumulate(_each(iter(iterable)), func, initial))


def _accumulate(it, func, initial):
    total = initial
    if initial is None:
        for total in it:
            break
        else:
            return
    yield total
    if func is None:
        for x in it:
            total = total + x
            yield total
    else:
        for x in it:
            total = func(total, x)
            yield total


class batched(_Iterator):
    __slots__ = ()

    def __new__(cls, iterable, n, *, strict=False):
        n = _index(n)
        if n < 1:
            raise ValueError('n must be at least one')
        return _make(cls, _batched(_each(iter(iterable)), n, strict))


def _batched(it, n, strict):
    while True:
        row = []
        for x in it:
            row.append(x)
            if len(row) == n:
                break
        else:
            if row:
                if strict:
                    raise ValueError('batched(): incomplete batch')
                yield tuple(row)
            return
        yield tuple(row)


class chain(_Iterator):
    __slots__ = ()

    def __new__(cls, *iterables):
        return _make(cls, _chain(iterables))

    @classmethod
    def from_iterable(cls, iterable, /):
        return _make(cls, _chain(_each(iter(iterable))))

    def __class_getitem__(cls, item):
        return _prelude('_types.generic_alias')(cls, item)


def _chain(iterables):
    for iterable in iterables:
        for x in iterable:
            yield x


class compress(_Iterator):
    __slots__ = ()

    def __new__(cls, data, selectors):
        return _make(cls, _compress(_each(iter(data)), _each(iter(selectors))))


def _compress(data, selectors):
    for x in data:
        for s in selectors:
            break
        else:
            return
        if s:
            yield x


class dropwhile(_Iterator):
    __slots__ = ()

    def __new__(cls, predicate, iterable, /):
        return _make(cls, _dropwhile(predicate, _each(iter(iterable))))


def _dropwhile(predicate, it):
    for x in it:
        if not predicate(x):
            yield x
            break
    for x in it:
        yield x


class takewhile(_Iterator):
    __slots__ = ()

    def __new__(cls, predicate, iterable, /):
        return _make(cls, _takewhile(predicate, _each(iter(iterable))))


def _takewhile(predicate, it):
    for x in it:
        if not predicate(x):
            return
        yield x


class filterfalse(_Iterator):
    __slots__ = ()

    def __new__(cls, function, iterable, /):
        return _make(cls, _filterfalse(function, _each(iter(iterable))))


def _filterfalse(function, it):
    if function is None or function is bool:
        for x in it:
            if not x:
                yield x
    else:
        for x in it:
            if not function(x):
                yield x


class starmap(_Iterator):
    __slots__ = ()

    def __new__(cls, function, iterable, /):
        return _make(cls, _starmap(function, _each(iter(iterable))))


def _starmap(function, it):
    for args in it:
        yield function(*tuple(args))


class pairwise(_Iterator):
    __slots__ = ()

    def __new__(cls, iterable, /):
        return _make(cls, _pairwise(_each(iter(iterable))))


def _pairwise(it):
    for a in it:
        break
    else:
        return
    for b in it:
        yield a, b
        a = b


class islice(_Iterator):
    __slots__ = ()

    def __new__(cls, iterable, *args):
        if not args:
            raise TypeError('islice expected at least 2 arguments, got 1')
        if len(args) > 3:
            raise TypeError(f'islice expected at most 4 arguments, got {len(args) + 1}')
        start, stop, step = (None, args[0], None) if len(args) == 1 else (*args, None)[:3]

        def number(v, what):
            if v is None:
                return None
            v = _index(v) if _is_int(v) else -1
            if v < 0 or v > 0x7fffffffffffffff:
                raise ValueError(what)
            return v
        whole = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
        if len(args) == 1:
            stop = number(stop, 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        else:
            stop = number(stop, 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
            start = number(start, whole)
        if step is not None:
            what = 'Step for islice() must be a positive integer or None.'
            step = number(step, what)
            if step == 0:
                raise ValueError(what)
        return _make(cls, _islice(_each(iter(iterable)), start or 0, stop, step or 1))


def _islice(it, start, stop, step):
    # Takes what it must and no more: islice(it, 3) leaves the fourth item where it is.
    at = 0
    wanted = start
    while stop is None or wanted < stop:
        for x in it:
            at += 1
            if at > wanted:
                break
        else:
            return
        yield x
        wanted += step
    if stop is not None:
        while at < stop:
            for x in it:
                at += 1
                break
            else:
                return


class zip_longest(_Iterator):
    __slots__ = ()

    def __new__(cls, *iterables, fillvalue=None):
        return _make(cls, _zip_longest([_each(iter(i)) for i in iterables], fillvalue))


def _zip_longest(its, fill):
    left = len(its)
    if not left:
        return
    while True:
        row = []
        for i, it in enumerate(its):
            if it is None:
                row.append(fill)
                continue
            for x in it:
                row.append(x)
                break
            else:
                left -= 1
                if not left:
                    return
                its[i] = None
                row.append(fill)
        yield tuple(row)


class product(_Iterator):
    __slots__ = ()

    def __new__(cls, *iterables, repeat=1):
        repeat = _index(repeat)
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        return _make(cls, _product([tuple(i) for i in iterables] * repeat))


def _product(pools):
    if () in pools:
        return
    places = [0] * len(pools)
    row = [pool[0] for pool in pools]
    while True:
        yield tuple(row)
        i = len(pools) - 1
        while i >= 0:
            places[i] += 1
            if places[i] < len(pools[i]):
                row[i] = pools[i][places[i]]
                break
            places[i] = 0
            row[i] = pools[i][0]
            i -= 1
        else:
            return


def _check_r(r):
    r = _index(r)
    if r < 0:
        raise ValueError('r must be non-negative')
    return r


class combinations(_Iterator):
    __slots__ = ()

    def __new__(cls, iterable, r):
        return _make(cls, _combinations(tuple(iterable), _check_r(r)))


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    places = list(range(r))
    while True:
        yield tuple([pool[i] for i in places])
        i = r - 1
        while i >= 0 and places[i] == i + n - r:
            i -= 1
        if i < 0:
            return
        places[i] += 1
        for j in range(i + 1, r):
            places[j] = places[j - 1] + 1


class combinations_with_replacement(_Iterator):
    __slots__ = ()

    def __new__(cls, iterable, r):
        return _make(cls, _with_replacement(tuple(iterable), _check_r(r)))


def _with_replacement(pool, r):
    n = len(pool)
    if not n and r:
        return
    places = [0] * r
    while True:
        yield tuple([pool[i] for i in places])
        i = r - 1
        while i >= 0 and places[i] == n - 1:
            i -= 1
        if i < 0:
            return
        places[i:] = [places[i] + 1] * (r - i)


class permutations(_Iterator):
    __slots__ = ()

    def __new__(cls, iterable, r=None):
        pool = tuple(iterable)
        if r is not None and not isinstance(r, int):
            raise TypeError('Expected int as r')
        return _make(cls, _permutations(pool, len(pool) if r is None else _check_r(r)))


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    places = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield tuple([pool[i] for i in places[:r]])
    while n:
        for i in range(r - 1, -1, -1):
            cycles[i] -= 1
            if cycles[i] == 0:
                places[i:] = places[i + 1:] + places[i:i + 1]
                cycles[i] = n - i
            else:
                j = cycles[i]
                places[i], places[-j] = places[-j], places[i]
                yield tuple([pool[i] for i in places[:r]])
                break
        else:
            return


class groupby:
    __slots__ = ('_it', '_key', '_value', '_now', '_target', '_group')

    def __new__(cls, iterable, key=None):
        self = object.__new__(cls)
        self._it = iter(iterable)
        self._key = key
        self._value = self._now = self._target = _missing
        self._group = None
        return self

    def __iter__(self):
        return self

    def _step(self):
        self._value = next(self._it)
        self._now = self._value if self._key is None else self._key(self._value)

    def __next__(self):
        self._group = None
        while self._now is _missing or self._target is not _missing and (self._now is self._target or self._now == self._target):
            self._step()
        self._target = self._now
        self._group = group = object.__new__(_grouper)
        group._parent = self
        group._target = self._target
        return self._now, group


class _grouper:
    __slots__ = ('_parent', '_target')

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if parent._value is _missing:
            parent._step()
        if not (parent._now is self._target or parent._now == self._target):
            raise StopIteration
        value = parent._value
        parent._value = _missing
        return value


class _tee:
    """One of several readers of a chain of [value, next link]."""

    __slots__ = ('_it', '_link')

    def __new__(cls, iterable, /):
        self = object.__new__(cls)
        if isinstance(iterable, _tee):
            self._it, self._link = iterable._it, iterable._link
        else:
            self._it, self._link = iter(iterable), [None, None]
        return self

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if link[1] is None:
            link[0] = next(self._it)
            link[1] = [None, None]
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _tee(self)


def tee(iterable, n=2, /):
    n = _index(n)
    if n < 0:
        raise ValueError('n must be >= 0')
    if not n:
        return ()
    first = _tee(iterable)
    return tuple([first, *[_tee(first) for _ in range(n - 1)]])


for _c in (count, repeat, cycle, accumulate, batched, chain, compress, dropwhile, takewhile, filterfalse, starmap, pairwise, islice,
           zip_longest, product, combinations, combinations_with_replacement, permutations, groupby, _grouper, _tee, tee):
    _c.__module__ = 'itertools'
