# ABCMeta: abstract classes, virtual subclasses (module abc).

from _engine import ReferenceType as _ref

_state = [0]  # grows with every register(): negative answers kept before it are void


class _Data:
    __slots__ = ('registry', 'yes', 'no', 'version')

    def __init__(self):
        self.registry = {}
        self.yes = set()
        self.no = set()
        self.version = _state[0]


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwds):
        cls = type.__new__(mcls, name, bases, namespace, **kwds)
        compute(cls)
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_impl.registry[_ref(subclass)] = None
        _state[0] += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        data = cls._abc_impl
        if _ref(subclass) in data.yes:
            return True
        subtype = type(instance)
        if subtype is subclass:
            if data.version == _state[0] and _ref(subclass) in data.no:
                return False
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(subtype)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        data = cls._abc_impl
        key = _ref(subclass)
        if key in data.yes:
            return True
        if data.version < _state[0]:
            data.no = set()
            data.version = _state[0]
        elif key in data.no:
            return False
        ok = cls.__subclasshook__(subclass)
        if ok is not NotImplemented:
            (data.yes if ok else data.no).add(key)
            return ok
        if cls in subclass.__mro__:
            data.yes.add(key)
            return True
        for registered in list(data.registry):
            other = registered()
            if other is not None and issubclass(subclass, other):
                data.yes.add(key)
                return True
        for other in cls.__subclasses__():
            if issubclass(subclass, other):
                data.yes.add(key)
                return True
        data.no.add(key)
        return False

    def _dump_registry(cls, file=None):
        print(f'Class: {cls.__module__}.{cls.__qualname__}', file=file)

    def _abc_registry_clear(cls):
        cls._abc_impl.registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_impl.yes.clear()
        cls._abc_impl.no.clear()


ABCMeta.__module__ = 'abc'


def compute(cls):
    abstract = set()
    for name, value in _type_dict(cls).items():
        if getattr(value, '__isabstractmethod__', False):
            abstract.add(name)
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                abstract.add(name)
    cls.__abstractmethods__ = frozenset(abstract)
    cls._abc_impl = _Data()


def token():
    return _state[0]
