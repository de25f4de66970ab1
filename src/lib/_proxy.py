# weakref.proxy: an object that does whatever its referent does.

from _engine import ReferenceType as _ref


def _target(self):
    obj = object.__getattribute__(self, '_ref')()
    if obj is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return obj


class ProxyType:
    __slots__ = ('_ref', '__weakref__')

    def __init__(self, obj, callback=None):
        object.__setattr__(self, '_ref', _ref(obj, None if callback is None else lambda r: callback(self)))

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        obj = object.__getattribute__(self, '_ref')()
        return f"<weakproxy at {id(self):#x} to {type(obj).__name__} at {id(obj):#x}>"

    def __str__(self):
        return str(_target(self))

    def __bool__(self):
        return bool(_target(self))

    def __eq__(self, other):
        return _target(self) == _plain(other)

    def __ne__(self, other):
        return _target(self) != _plain(other)

    def __lt__(self, other):
        return _target(self) < _plain(other)

    def __le__(self, other):
        return _target(self) <= _plain(other)

    def __gt__(self, other):
        return _target(self) > _plain(other)

    def __ge__(self, other):
        return _target(self) >= _plain(other)

    __hash__ = None

    def __len__(self):
        return len(_target(self))

    def __getitem__(self, key):
        return _target(self)[key]

    def __setitem__(self, key, value):
        _target(self)[key] = value

    def __delitem__(self, key):
        del _target(self)[key]

    def __contains__(self, item):
        return item in _target(self)

    def __iter__(self):
        return iter(_target(self))

    def __next__(self):
        return next(_target(self))

    def __add__(self, other):
        return _target(self) + _plain(other)

    def __radd__(self, other):
        return other + _target(self)

    def __sub__(self, other):
        return _target(self) - _plain(other)

    def __mul__(self, other):
        return _target(self) * _plain(other)

    def __int__(self):
        return int(_target(self))

    def __float__(self):
        return float(_target(self))

    def __index__(self):
        return _index(_target(self))


def _plain(v):
    return _target(v) if _is_exact(v, ProxyType) or _is_exact(v, CallableProxyType) else v


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, /, *args, **kwds):
        return _target(self)(*args, **kwds)


for _c in (ProxyType, CallableProxyType):
    _c.__module__ = 'weakref'


def proxy(object, callback=None, /):
    return (CallableProxyType if callable(object) else ProxyType)(object, callback)
