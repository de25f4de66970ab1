"""Abstract base classes."""

from _engine import prelude as _prelude

ABCMeta = _prelude('_abc.ABCMeta')
get_cache_token = _prelude('_abc.token')


def abstractmethod(funcobj):
    """Marks a method that subclasses must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class ABC(metaclass=ABCMeta):
    """A base class whose metaclass is ABCMeta."""

    __slots__ = ()


def update_abstractmethods(cls):
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    abstracts = set()
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                abstracts.add(name)
    for name, value in cls.__dict__.items():
        if getattr(value, '__isabstractmethod__', False):
            abstracts.add(name)
    cls.__abstractmethods__ = frozenset(abstracts)
    return cls


def __getattr__(name):
    if name == 'abstractclassmethod':
        class abstractclassmethod(classmethod):
            __isabstractmethod__ = True

            def __init__(self, callable):
                callable.__isabstractmethod__ = True
                super().__init__(callable)
        return abstractclassmethod
    if name == 'abstractstaticmethod':
        class abstractstaticmethod(staticmethod):
            __isabstractmethod__ = True

            def __init__(self, callable):
                callable.__isabstractmethod__ = True
                super().__init__(callable)
        return abstractstaticmethod
    if name == 'abstractproperty':
        class abstractproperty(property):
            __isabstractmethod__ = True
        return abstractproperty
    raise AttributeError(f"module 'abc' has no attribute {name!r}")
