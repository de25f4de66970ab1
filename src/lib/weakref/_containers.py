"""Dictionaries and sets of weak references, weak methods and finalizers."""

from _engine import ReferenceType as ref
from collections.abc import MutableMapping, MutableSet


class KeyedRef(ref):
    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        pass


class WeakValueDictionary(MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        weak = ref(self)

        def remove(r):
            me = weak()
            if me is not None and me.data.get(r.key) is r:
                del me.data[r.key]
        self._remove = remove
        self.update(other, **kw)

    def __getitem__(self, key):
        o = self.data[key]()
        if o is None:
            raise KeyError(key)
        return o

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        r = self.data.get(key)
        return r is not None and r() is not None

    def __iter__(self):
        for key, r in list(self.data.items()):
            if r() is not None:
                yield key

    keys = __iter__

    def get(self, key, default=None):
        r = self.data.get(key)
        o = None if r is None else r()
        return default if o is None else o

    def items(self):
        for key, r in list(self.data.items()):
            o = r()
            if o is not None:
                yield key, o

    def values(self):
        for r in list(self.data.values()):
            o = r()
            if o is not None:
                yield o

    def valuerefs(self):
        return list(self.data.values())

    itervaluerefs = valuerefs

    def pop(self, key, *args):
        r = self.data.pop(key, None)
        o = None if r is None else r()
        if o is None:
            if args:
                return args[0]
            raise KeyError(key)
        return o

    def popitem(self):
        while True:
            key, r = self.data.popitem()
            o = r()
            if o is not None:
                return key, o

    def setdefault(self, key, default=None):
        o = self.get(key)
        if o is None:
            self[key] = o = default
        return o

    def copy(self):
        return WeakValueDictionary(dict(self.items()))

    __copy__ = copy

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'


class WeakKeyDictionary(MutableMapping):
    def __init__(self, dict=None):
        self.data = {}
        weak = ref(self)

        def remove(r):
            me = weak()
            if me is not None:
                me.data.pop(r, None)
        self._remove = remove
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for r in list(self.data):
            o = r()
            if o is not None:
                yield o

    keys = __iter__

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def items(self):
        for r, value in list(self.data.items()):
            o = r()
            if o is not None:
                yield o, value

    def values(self):
        for r, value in list(self.data.items()):
            if r() is not None:
                yield value

    def keyrefs(self):
        return list(self.data)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        while True:
            r, value = self.data.popitem()
            o = r()
            if o is not None:
                return o, value

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def copy(self):
        return WeakKeyDictionary(dict(self.items()))

    __copy__ = copy

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self.data = set()
        weak = ref(self)

        def remove(r):
            me = weak()
            if me is not None:
                me.data.discard(r)
        self._remove = remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        for r in list(self.data):
            o = r()
            if o is not None:
                yield o

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        while True:
            try:
                r = self.data.pop()
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None
            o = r()
            if o is not None:
                return o

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def update(self, other):
        for item in other:
            self.add(item)

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    def difference(self, other):
        return self.__class__(e for e in self if e not in other)

    def intersection(self, other):
        return self.__class__(e for e in other if e in self)

    def issubset(self, other):
        return all([e in other for e in self])

    def issuperset(self, other):
        return all([e in self for e in other])

    def __repr__(self):
        return repr(self.data)


class WeakMethod(ref):
    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None

        def dead(r):
            me = weak()
            if me is not None and me._alive:
                me._alive = False
                if callback is not None:
                    callback(me)
        self = ref.__new__(cls, obj, dead)
        self._func_ref = ref(func, dead)
        self._meth_type = type(meth)
        self._alive = True
        weak = ref(self)
        return self

    def __init__(self, meth, callback=None):
        pass

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    __hash__ = ref.__hash__


class finalize:
    __slots__ = ()
    _registry = {}
    _order = [0]

    class _Info:
        __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit', 'index')

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._order[0]:
            import atexit
            atexit.register(self._exitfunc)
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func, info.args, info.kwargs, info.atexit = func, args, kwargs or None, True
        self._order[0] += 1
        info.index = self._order[0]
        self._registry[self] = info

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return f'<{type(self).__name__} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>'

    @classmethod
    def _exitfunc(cls):
        for f, info in sorted([(f, i) for f, i in cls._registry.items() if i.atexit], key=lambda row: -row[1].index):
            if f in cls._registry:
                try:
                    f()
                except Exception as e:
                    import sys
                    sys.excepthook(type(e), e, e.__traceback__)


for _c in (KeyedRef, WeakValueDictionary, WeakKeyDictionary, WeakMethod, finalize):
    _c.__module__ = 'weakref'
WeakSet.__module__ = '_weakrefset'
