# Methods of object and type that are easiest said in Python (obj/object_type.c).


def ne(self, other):
    result = self.__eq__(other)
    return NotImplemented if result is NotImplemented else not result


def abstract(cls, args=(), kwargs=None):
    names = sorted(cls.__abstractmethods__)
    listed = ', '.join([f"'{n}'" for n in names])
    raise TypeError(f"Can't instantiate abstract class {cls.__name__} without an implementation for abstract "
                    f"method{'s' if len(names) > 1 else ''} {listed}")


def _class_names(cls, names):
    for c in _mro(cls):
        for name in _type_dict(c):
            names[name] = None


def dir(self):
    names = {}
    attrs = getattr(self, '__dict__', None)
    if isinstance(attrs, dict):
        for name in attrs:
            names[name] = None
    _class_names(getattr(self, '__class__', type(self)), names)
    return list(names)


def method_repr(self):
    func = self.__func__
    name = getattr(func, '__qualname__', None) or getattr(func, '__name__', None)
    return f"<bound method {name if isinstance(name, str) else '?'} of {self.__self__!r}>"


def wrapper_repr(self):  # staticmethod and classmethod
    return f'<{type(self).__name__}({self.__func__!r})>'


def weakref_hash(self):
    value = hash(self())
    _weakref_hashed(self, value)
    return value


def weakref_eq(self, other):
    return self() == other()


def weakref_ne(self, other):
    return self() != other()


def module_dir(self):
    space = self.__dict__
    if '__dir__' in space:
        return space['__dir__']()
    if space.get('__file__', '').startswith('/usr/lib/python'):  # what the library compiles when it is first used
        return [*{*space, *getattr(self, '__all__', ())}]
    return [*space]


def type_dir(cls):
    names = {}
    _class_names(cls, names)
    return list(names)


def _slots(self):
    import copyreg
    found = {}
    for name in copyreg._slotnames(type(self)):
        try:
            found[name] = getattr(self, name)
        except AttributeError:
            pass
    return found


def getstate(self):
    attrs = getattr(self, '__dict__', None) or None
    slots = _slots(self) if any(['__slots__' in _type_dict(c) for c in _mro(type(self))]) else None
    return (attrs, slots) if slots else attrs


def reduce(self):
    return reduce_ex(self, 0)


def _own_reduce(cls):
    for c in _mro(cls):
        if '__reduce__' in _type_dict(c):
            return c is not object
    return False


def reduce_ex(self, protocol):
    import copyreg
    cls = type(self)
    if _own_reduce(cls):
        return self.__reduce__()
    if _has_special(self, '__getnewargs_ex__'):
        args, kwargs = self.__getnewargs_ex__()
        first = (copyreg.__newobj_ex__, (cls, args, kwargs))
    else:
        args = self.__getnewargs__() if _has_special(self, '__getnewargs__') else ()
        if not args:
            for base in (int, float, complex, str, bytes, tuple, frozenset):
                if isinstance(self, base):
                    args = (base(self),)
                    break
            else:
                if type(self).__name__ in ('generator', 'coroutine', 'module', 'frame', 'async_generator', 'code', 'Task', 'Future'):
                    raise TypeError(f"cannot pickle '{type(self).__name__}' object")
        first = (copyreg.__newobj__, (cls, *args))
    return (*first, self.__getstate__(), iter(self) if isinstance(self, list) else None,
            iter(self.items()) if isinstance(self, dict) else None)
