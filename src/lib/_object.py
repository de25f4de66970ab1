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


def type_dir(cls):
    names = {}
    _class_names(cls, names)
    return list(names)


def getstate(self):
    return getattr(self, '__dict__', None)


def reduce(self):
    return reduce_ex(self, 0)


def reduce_ex(self, protocol):
    import copyreg
    return (copyreg.__newobj__, (type(self),), getattr(self, '__dict__', None))
