# What functools has in C elsewhere: no traceback shows it.

_missing = object()


def reduce(function, iterable, /, initial=_missing):
    if not _has_special(iterable, '__iter__') and not _has_special(iterable, '__getitem__'):
        raise TypeError('reduce() arg 2 must support iteration')
    iterator = _each(iter(iterable))
    value = initial
    if value is _missing:
        for value in _each(iterator):
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    for item in _each(iterator):
        value = function(value, item)
    return value


class _PlaceholderType:
    __slots__ = ()

    def __new__(cls):
        return Placeholder

    def __repr__(self):
        return 'Placeholder'

    def __reduce__(self):
        return 'Placeholder'


Placeholder = object.__new__(_PlaceholderType)


class partial:
    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if args and args[-1] is Placeholder:
            raise TypeError('trailing Placeholders are not allowed')
        for value in keywords.values():
            if value is Placeholder:
                raise TypeError('Placeholder cannot be passed as a keyword argument')
        args = tuple(args)
        if isinstance(func, partial) and type(func) is partial and not func.__dict__:
            before = list(func.args)
            for i, a in enumerate(before):
                if a is Placeholder and args:
                    before[i], args = args[0], args[1:]
            args = (*before, *args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        put = object.__setattr__
        self._state = (func, args, keywords)
        self._open = Placeholder in args if _PlaceholderType in [type(a) for a in args] else False
        return self

    __slots__ = ('_state', '_open', '__dict__', '__weakref__')

    @property
    def func(self):
        return self._state[0]

    @property
    def args(self):
        return self._state[1]

    @property
    def keywords(self):
        return self._state[2]

    def __call__(self, /, *args, **kwds):
        func, given, keywords = self._state
        if self._open:
            given = list(given)
            n = given.count(Placeholder)
            if len(args) < n:
                raise TypeError(f"missing positional arguments in 'partial' call; expected at least {n}, got {len(args)}")
            rest = iter(args)
            given = [next(rest) if a is Placeholder else a for a in given]
            args = tuple(rest)
        if keywords:
            kwds = {**keywords, **kwds}
        return func(*given, *args, **kwds)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return _method_type(self, instance)

    def __repr__(self):
        func, args, keywords = self._state
        cls = type(self)
        name = 'functools.partial' if cls is partial else f'{cls.__module__}.{cls.__qualname__}'
        if id(self) in _running:
            return f'{name}(...)'
        _running.append(id(self))
        try:
            return f'{name}({", ".join([repr(func), *[repr(a) for a in args], *[f"{k}={v!r}" for k, v in keywords.items()]])})'
        finally:
            _running.remove(id(self))

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, self.__dict__ or None)

    def __class_getitem__(cls, item):
        return _prelude('_types.generic_alias')(cls, item)


_running = []


def _m(self):
    pass


_method_type = type(_m.__get__(0))


class _Key:
    __slots__ = ('_cmp', 'obj')

    def __init__(self, cmp, obj):
        self._cmp = cmp
        self.obj = obj

    def __call__(self, obj):
        return _Key(self._cmp, obj)

    def _compare(self, other):
        if not isinstance(other, _Key):
            raise TypeError('other argument must be K instance')
        return self._cmp(self.obj, other.obj)

    def __lt__(self, other):
        return self._compare(other) < 0

    def __gt__(self, other):
        return self._compare(other) > 0

    def __eq__(self, other):
        return self._compare(other) == 0

    def __le__(self, other):
        return self._compare(other) <= 0

    def __ge__(self, other):
        return self._compare(other) >= 0

    __hash__ = None


_Key.__name__ = _Key.__qualname__ = 'KeyWrapper'


def cmp_to_key(mycmp):
    return _Key(mycmp, None)


class _CacheInfo(tuple):
    __slots__ = ()
    _fields = __match_args__ = ('hits', 'misses', 'maxsize', 'currsize')
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    def __repr__(self):
        return f'CacheInfo(hits={self[0]}, misses={self[1]}, maxsize={self[2]}, currsize={self[3]})'

    def _asdict(self):
        return dict(zip(self._fields, self))


_CacheInfo.__name__ = _CacheInfo.__qualname__ = 'CacheInfo'


class _HashedKey(list):
    __slots__ = ('_hash',)

    def __init__(self, items):
        self[:] = items
        self._hash = hash(items)

    def __hash__(self):
        return self._hash


_mark = object()


class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed, info):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._kept = {}
        self._hits = self._misses = 0

    def __call__(self, /, *args, **kwds):
        if self._maxsize == 0:
            self._misses += 1
            return self._function(*args, **kwds)
        if kwds:
            key = args + (_mark,)
            for pair in kwds.items():
                key += pair
            if self._typed:
                key += tuple([type(v) for v in args]) + tuple([type(v) for v in kwds.values()])
        elif self._typed:
            key = args + tuple([type(v) for v in args])
        elif len(args) == 1 and type(args[0]) in (int, str):
            key = args[0]
        else:
            key = args
        kept = self._kept
        hash(key)
        value = kept.get(key, _missing)
        if value is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                kept.pop(key, None)
                kept[key] = value
            return value
        self._misses += 1
        value = self._function(*args, **kwds)
        if self._maxsize is not None and key not in kept and len(kept) >= self._maxsize:
            for oldest in kept:
                break
            kept.pop(oldest, None)
        kept[key] = value
        return value

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return _method_type(self, instance)

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._kept))

    def cache_clear(self):
        self._hits = self._misses = 0
        self._kept.clear()

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__qualname__


for _c in (partial, _Key, _CacheInfo, _lru_cache_wrapper, reduce, cmp_to_key, _PlaceholderType):
    _c.__module__ = 'functools'
