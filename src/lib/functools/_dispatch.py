"""functools.singledispatch: functions chosen by the type of the first argument."""

from abc import get_cache_token
from functools import update_wrapper


def _merge(sequences):
    """C3: one order that keeps those of all the sequences."""
    result = []
    while True:
        sequences = [s for s in sequences if s]
        if not sequences:
            return result
        for s in sequences:
            head = s[0]
            if not any([head in other[1:] for other in sequences]):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(head)
        for s in sequences:
            if s[0] == head:
                del s[0]


def _c3_mro(cls, abcs):
    boundary = 0
    for i, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, '__abstractmethods__'):
            boundary = len(cls.__bases__) - i
            break
    explicit = list(cls.__bases__[:boundary])
    others = list(cls.__bases__[boundary:])
    inserted = [base for base in abcs if issubclass(cls, base) and not any([issubclass(b, base) for b in cls.__bases__])]
    rest = [a for a in abcs if a not in inserted]
    return _merge([[cls]] + [_c3_mro(b, rest) for b in explicit] + [_c3_mro(b, rest) for b in inserted]
                  + [_c3_mro(b, rest) for b in others] + [explicit] + [inserted] + [others])


def _compose_mro(cls, types):
    bases = set(cls.__mro__)

    def related(t):
        return t not in bases and hasattr(t, '__mro__') and issubclass(cls, t)
    types = [t for t in types if related(t)]
    types = [t for t in types if not any([t is not other and t in other.__mro__ for other in types])]
    known = set(types)
    order = []
    for t in types:
        found = [[s for s in sub.__mro__ if s in known] for sub in t.__subclasses__() if sub not in bases and issubclass(cls, sub)]
        if not found:
            order.append(t)
            continue
        found.sort(key=len, reverse=True)
        for sub in found:
            for subcls in sub:
                if subcls not in order:
                    order.append(subcls)
    return _c3_mro(cls, order)


def _find_impl(cls, registry):
    match = None
    mro = _compose_mro(cls, registry.keys())
    for t in mro:
        if match is not None:
            if (t in registry and t not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, t)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {t}')
            break
        if t in registry:
            match = t
    return registry.get(match)


def _is_union(cls):
    return type(cls).__name__ == 'Union' and hasattr(cls, '__args__')


def _is_valid(cls):
    return isinstance(cls, type) or _is_union(cls) and all([isinstance(a, type) for a in cls.__args__])


def singledispatch(func):
    registry = {}
    kept = {}
    token = None

    def dispatch(cls):
        nonlocal token
        if token is not None and token != get_cache_token():
            kept.clear()
            token = get_cache_token()
        try:
            return kept[cls]
        except KeyError:
            impl = registry[cls] if cls in registry else _find_impl(cls, registry)
            kept[cls] = impl
            return impl

    def register(cls, func=None):
        nonlocal token
        if _is_valid(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            ann = getattr(cls, '__annotations__', {})
            if not ann:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain '
                                '`@register` on an annotated function.')
            func = cls
            from typing import get_type_hints
            argname, cls = next(iter(get_type_hints(func).items()))
            if not _is_valid(cls):
                if _is_union(cls):
                    raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.')
                raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} is not a class.')
        for c in cls.__args__ if _is_union(cls) else (cls,):
            registry[c] = func
            if token is None and hasattr(c, '__abstractmethods__'):
                token = get_cache_token()
        kept.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    from types import MappingProxyType
    funcname = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = kept.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f'{getattr(self.func, "__name__", "singledispatchmethod method")} requires at least 1 positional argument')
            found = self.dispatcher.dispatch(args[0].__class__)
            if hasattr(found, '__get__'):
                found = found.__get__(obj, cls)
            return found(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


singledispatch.__module__ = singledispatchmethod.__module__ = 'functools'
