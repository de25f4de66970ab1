# The module operator, beyond what mod/operator.c does itself.


def index(a):
    return _index(a)


def not_(a):
    return not a


def concat(a, b):
    if not _has_special(a, '__getitem__'):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b


def iconcat(a, b):
    if not _has_special(a, '__getitem__'):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    a += b
    return a


def countOf(a, b):
    count = 0
    for x in a:
        if x is b or x == b:
            count += 1
    return count


def indexOf(a, b):
    i = 0
    for x in a:
        if x is b or x == b:
            return i
        i += 1
    raise ValueError('sequence.index(x): x not in sequence')


def length_hint(obj, default=0):
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    if _has_special(obj, '__len__'):
        return len(obj)
    if not _has_special(obj, '__length_hint__'):
        return default
    try:
        hint = _call_special(obj, '__length_hint__')
    except TypeError:
        return default
    if hint is NotImplemented:
        return default
    if not isinstance(hint, int):
        raise TypeError(f'__length_hint__ must be an integer, not {type(hint).__name__}')
    if hint < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return hint


def call(obj, args, kwargs=None):
    return obj(*args, **(kwargs or {}))


class itemgetter:
    __slots__ = ('_items',)

    def __init__(self, /, *items):
        if not items:
            raise TypeError('itemgetter expected 1 argument, got 0')
        self._items = items

    def __call__(self, obj, /):
        items = self._items
        if len(items) == 1:
            return obj[items[0]]
        return tuple([obj[i] for i in items])

    def __repr__(self):
        return f'operator.itemgetter({", ".join([repr(i) for i in self._items])})'

    def __reduce__(self):
        return type(self), self._items


class attrgetter:
    __slots__ = ('_attrs',)

    def __init__(self, /, *attrs):
        if not attrs:
            raise TypeError('attrgetter expected 1 argument, got 0')
        self._attrs = attrs
        for a in self._attrs:
            if not isinstance(a, str):
                raise TypeError('attribute name must be a string')

    def __call__(self, obj, /):
        values = []
        for attr in self._attrs:
            value = obj
            for name in attr.split('.'):
                value = getattr(value, name)
            values.append(value)
        return values[0] if len(values) == 1 else tuple(values)

    def __repr__(self):
        return f'operator.attrgetter({", ".join([repr(a) for a in self._attrs])})'

    def __reduce__(self):
        return type(self), self._attrs


class methodcaller:
    __slots__ = ('_name', '_args', '_kwargs')

    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError('method name must be a string')
        self._name, self._args, self._kwargs = name, args, kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        shown = [repr(self._name), *[repr(a) for a in self._args], *[f'{k}={v!r}' for k, v in self._kwargs.items()]]
        return f'operator.methodcaller({", ".join(shown)})'

    def __reduce__(self):
        return type(self), (self._name, *self._args)


for _c in (itemgetter, attrgetter, methodcaller):
    _c.__module__ = 'operator'
_more = {'itemgetter': itemgetter, 'attrgetter': attrgetter, 'methodcaller': methodcaller}


def getattr_(name):
    if name in _more:
        import operator
        setattr(operator, name, _more[name])
        return _more[name]
    if name == '__all__':
        import operator
        return sorted([*[n for n in operator.__dict__ if n[:1] != '_'], *_more])
    raise AttributeError(f"module 'operator' has no attribute {name!r}")
