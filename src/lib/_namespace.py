# The smaller things of the module types.


class SimpleNamespace:
    def __init__(self, mapping=(), /, **kwds):
        given = self.__dict__
        if mapping:
            for key, value in dict(mapping).items():
                if not isinstance(key, str):
                    raise TypeError('keywords must be strings')
                given[key] = value
        given.update(kwds)

    def __repr__(self):
        if id(self) in _running:
            return f'{self._shown()}(...)'
        _running.append(id(self))
        try:
            return f'{self._shown()}({", ".join([f"{k}={v!r}" for k, v in self.__dict__.items()])})'
        finally:
            _running.remove(id(self))

    def _shown(self):
        return 'namespace' if type(self) is SimpleNamespace else type(self).__name__

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __replace__(self, /, **changes):
        made = type(self)(**self.__dict__)
        made.__dict__.update(changes)
        return made

    def __reduce__(self):
        return type(self), (), self.__dict__


_running = []


class CapsuleType:
    def __new__(cls):
        raise TypeError("cannot create 'PyCapsule' instances")


class DynamicClassAttribute:
    """A property for instances only: on the class the metaclass's __getattr__ answers."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, owner=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError('unreadable attribute')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)


for _c in (SimpleNamespace, DynamicClassAttribute):
    _c.__module__ = 'types'


class _Wrapped:
    def __init__(self, gen):
        self._gen = gen
        self.send, self.throw, self.close = gen.send, gen.throw, gen.close

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._gen)


def coroutine(func):
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        return made if hasattr(made, '__await__') else _Wrapped(made)
    import functools
    return functools.update_wrapper(wrapped, func)
