# collections.abc.Callable[[int], str].

_base = _prelude('_types.GenericAlias')
_show = _prelude('_types._show')


class _CallableGenericAlias(_base):
    __slots__ = ()

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        given, result = args
        if isinstance(given, (tuple, list)):
            args = (*given, result)
        elif given is not ... and not _is_types(given):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {given}')
        return _base.__new__(cls, origin, args)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or _is_types(args[0])):
            return f'collections.abc.Callable[{_show(args[0])}, {_show(args[1])}]'
        return f'collections.abc.Callable[[{", ".join([_show(a) for a in args[:-1]])}], {_show(args[-1])}]'


def _is_types(v):
    return type(v).__name__ in ('ParamSpec', '_ConcatenateGenericAlias')


def alias(cls, item):
    return _CallableGenericAlias(cls, item)
