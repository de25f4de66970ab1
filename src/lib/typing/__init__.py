"""Type hints at run time. Most names are forms that only show themselves; the rest is here or in the prelude."""

import sys as _sys
from _engine import prelude as _p

TypeVar, ParamSpec, TypeVarTuple, TypeAliasType = _p('_types.TypeVar'), _p('_types.ParamSpec'), _p('_types.TypeVarTuple'), _p('_types.TypeAliasType')
ParamSpecArgs, ParamSpecKwargs, NoDefault, Union = _p('_types.ParamSpecArgs'), _p('_types.ParamSpecKwargs'), _p('_types.NoDefault'), _p('_types.Union')
_GenericAlias_, _parameters_of, _match, _substitute = _p('_types.GenericAlias'), _p('_types.parameters_of'), _p('_types.match_parameters'), _p('_types.substitute')
_make_union, _show = _p('_types.make_union'), _p('_types._show')
TYPE_CHECKING = False
_NoneType = type(None)


def _convert(arg):
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        import annotationlib
        return annotationlib.ForwardRef(arg)
    return arg


def _is_base(cls):
    return cls is Generic or isinstance(cls, type) and cls.__name__ == 'Protocol' and cls.__module__ == 'typing'


def _type_repr(obj):
    if isinstance(obj, tuple):
        return '[' + ', '.join([_type_repr(t) for t in obj]) + ']'
    return _show(obj)


class _Form:
    """A special name such as Any-like Literal, Optional, Final."""

    def __init__(self, name, getitem=None):
        self._name, self._getitem = name, getitem

    __module__ = 'typing'

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(name)

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, item):
        if self._getitem is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._getitem(self, item)

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __reduce__(self):
        return self._name


class _Alias:
    """origin[args], shown under a name of typing."""

    def __init__(self, origin, args, name=None, params=None):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self._name = name
        self.__parameters__ = _parameters_of(self.__args__)

    def _title(self):
        return f'typing.{self._name}' if self._name else _type_repr(self.__origin__)

    def __repr__(self):
        args = ', '.join([_type_repr(a) for a in self.__args__]) or '()'
        return f'{self._title()}[{args}]'

    def __getitem__(self, item):
        if _is_base(self.__origin__):
            raise TypeError(f'Cannot subscript already-subscripted {self!r}')
        if isinstance(item, tuple):
            item = tuple([_convert(i) for i in item])
        else:
            item = _convert(item)
        return self._with(_substitute(self.__args__, _match(self, self.__parameters__, item)))

    def _with(self, args):
        return type(self)(self.__origin__, args, self._name)

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _Form):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name and not _is_base(self.__origin__):
            found = [self.__origin__]
            if Generic not in bases and not any([isinstance(b, _Alias) and _is_base(b.__origin__) for b in bases]):
                found.append(Generic)
            return tuple([f for f in found if f not in bases])
        if self.__origin__ is Generic:
            if any([b is not self and getattr(b, '_is_protocol', False) and b.__name__ == 'Protocol' for b in bases]):
                return ()
            i = bases.index(self)
            for b in bases[i + 1:]:
                if isinstance(b, _Alias) and b is not self and isinstance(b.__origin__, type) and issubclass(b.__origin__, Generic):
                    return ()
        return (self.__origin__,)

    def __getattr__(self, name):
        if name != '__origin__' and not (name[:2] == '__' and name[-2:] == '__'):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __iter__(self):
        yield Unpack[self]


_Alias.__name__ = _Alias.__qualname__ = '_GenericAlias'
_GenericAlias = _Alias


class _LiteralAlias(_Alias):
    def __repr__(self):
        return f'typing.Literal[{", ".join([repr(a) for a in self.__args__])}]'

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(a, type(a)) for a in self.__args__} == {(a, type(a)) for a in other.__args__}

    def __hash__(self):
        return hash(frozenset([(a, type(a)) for a in self.__args__]))


class _CallableAlias(_Alias):
    def __repr__(self):
        *given, result = self.__args__
        if len(given) == 1 and (given[0] is ... or isinstance(given[0], ParamSpec)):
            return f'typing.Callable[{_type_repr(given[0])}, {_type_repr(result)}]'
        return f'typing.Callable[[{", ".join([_type_repr(a) for a in given])}], {_type_repr(result)}]'


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata, name=None):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, 'Annotated')
        self.__metadata__ = metadata

    def __repr__(self):
        return f'typing.Annotated[{_type_repr(self.__origin__)}, {", ".join([repr(a) for a in self.__metadata__])}]'

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class _UnpackAlias(_Alias):
    def __repr__(self):
        return f'typing.Unpack[{_type_repr(self.__args__[0])}]'


_UnpackAlias.__name__ = '_UnpackGenericAlias'


def _one(form, item):
    if isinstance(item, tuple):
        raise TypeError(f'{form!r} accepts only single type.')
    return _Alias(form, (_convert(item),), form._name)


def _literal(form, items):
    items = items if isinstance(items, tuple) else (items,)
    flat = []
    for i in items:
        flat += i.__args__ if isinstance(i, _LiteralAlias) else [i]
    unique = []
    for i in flat:
        if not any([i == u and type(i) is type(u) for u in unique]):
            unique.append(i)
    return _LiteralAlias(form, tuple(unique), 'Literal')


def _annotated(form, items):
    if not isinstance(items, tuple) or len(items) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    return _AnnotatedAlias(_convert(items[0]), tuple(items[1:]))


def _optional(form, item):
    if isinstance(item, tuple):
        raise TypeError(f'{form!r} requires a single type.')
    return Union[item, None]


def _concatenate(form, items):
    return _Alias(form, items if isinstance(items, tuple) else (items,), 'Concatenate')


def _unpack(form, item):
    return _UnpackAlias(form, (item,), 'Unpack')


Optional, Literal, Annotated = _Form('Optional', _optional), _Form('Literal', _literal), _Form('Annotated', _annotated)
ClassVar, Final, Required, NotRequired = _Form('ClassVar', _one), _Form('Final', _one), _Form('Required', _one), _Form('NotRequired', _one)
ReadOnly, TypeGuard, TypeIs = _Form('ReadOnly', _one), _Form('TypeGuard', _one), _Form('TypeIs', _one)
Concatenate, Unpack, TypeAlias = _Form('Concatenate', _concatenate), _Form('Unpack', _unpack), _Form('TypeAlias')
Self, Never, NoReturn, LiteralString = _Form('Self'), _Form('Never'), _Form('NoReturn'), _Form('LiteralString')


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


class _Deprecated:
    """typing.List and its like: a built-in class under another name."""

    def __init__(self, origin, name, count):
        self.__origin__, self._name, self._count = origin, name, count

    def __repr__(self):
        return f'typing.{self._name}'

    def __getitem__(self, item):
        args = tuple([_convert(i) for i in (item if isinstance(item, tuple) else (item,))])
        if self._name == 'Callable':
            if len(args) != 2:
                raise TypeError('Callable must be used as Callable[[arg, ...], result].')
            given, result = args
            given = tuple([_convert(g) for g in given]) if isinstance(given, (list, tuple)) else (given,)
            return _CallableAlias(self.__origin__, (*given, result), 'Callable')
        if self._count >= 0 and len(args) != self._count:
            few = len(args) < self._count
            raise TypeError(f'Too {"few" if few else "many"} arguments for {self!r}; actual {len(args)}, expected {self._count}')
        return _Alias(self.__origin__, args, self._name)

    def __call__(self, *args, **kwds):
        if self._name in ('List', 'Dict', 'Set', 'FrozenSet', 'Tuple', 'Type', 'Callable'):
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        return self.__origin__(*args, **kwds)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __getattr__(self, name):
        return getattr(self.__origin__, name)


_builtin = {'List': (list, 1), 'Dict': (dict, 2), 'Set': (set, 1), 'FrozenSet': (frozenset, 1), 'Tuple': (tuple, -1), 'Type': (type, 1)}
_abcs = {'Awaitable': 1, 'Coroutine': 3, 'AsyncIterable': 1, 'AsyncIterator': 1, 'AsyncGenerator': -1, 'Iterable': 1, 'Iterator': 1,
         'Generator': -1, 'Reversible': 1, 'Container': 1, 'Callable': 2, 'Collection': 1, 'MutableSet': 1, 'Mapping': 2,
         'MutableMapping': 2, 'MappingView': 1, 'KeysView': 1, 'ItemsView': 2, 'ValuesView': 1, 'Sequence': 1, 'MutableSequence': 1,
         'Hashable': 0, 'Sized': 0, 'AbstractSet': 1}
_collections = {'Deque': ('deque', 1), 'DefaultDict': ('defaultdict', 2), 'OrderedDict': ('OrderedDict', 2), 'Counter': ('Counter', 1),
                'ChainMap': ('ChainMap', 2)}
_later = ('Protocol', 'runtime_checkable', 'NamedTuple', 'TypedDict', 'NewType', 'SupportsInt', 'SupportsFloat', 'SupportsComplex', 'SupportsBytes',
         'SupportsIndex', 'SupportsAbs', 'SupportsRound', 'get_type_hints', 'get_protocol_members', 'is_protocol', 'is_typeddict', 'evaluate_forward_ref',
         'TypedDictMeta', 'get_overloads', 'clear_overloads')


def __getattr__(name):
    if name == '__all__':
        value = [*_builtin, *_abcs, *_collections, *_later, 'ContextManager', 'AsyncContextManager', 'ForwardRef', 'AnyStr', 'Text',
                 *[n for n in globals() if n[0] != '_']]
    elif name in _builtin:
        value = _Deprecated(_builtin[name][0], name, _builtin[name][1])
    elif name in _abcs:
        import collections.abc
        value = _Deprecated(getattr(collections.abc, 'Set' if name == 'AbstractSet' else name), name, _abcs[name])
    elif name in _collections:
        import collections
        value = _Deprecated(getattr(collections, _collections[name][0]), name, _collections[name][1])
    elif name in ('ContextManager', 'AsyncContextManager'):
        import contextlib
        value = _Deprecated(getattr(contextlib, 'Abstract' + name), name, -1)
    elif name == 'ForwardRef':
        import annotationlib
        value = annotationlib.ForwardRef
    elif name in _later:
        value = getattr(__import__('typing._more', fromlist=['*']), name)
    elif name == 'AnyStr':
        value = TypeVar('AnyStr', bytes, str)
        value.__module__ = 'typing'
    elif name == 'Text':
        value = str
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = value
    return value


class Generic:
    """The base of generic classes: class Box(Generic[T])."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, items):
        if not isinstance(items, tuple):
            items = (items,)
        items = tuple([_convert(i) for i in items])
        if cls is Generic or cls.__dict__.get('_is_protocol') and cls.__name__ == 'Protocol' and cls.__module__ == 'typing':
            if not items:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
            for p in items:
                if not isinstance(p, (TypeVar, ParamSpec, TypeVarTuple, _UnpackAlias)):
                    raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.')
            if len(set(items)) != len(items):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
            return _Alias(cls, items, cls.__name__)
        params = getattr(cls, '__parameters__', ())
        if not params:
            raise TypeError(f'{cls!r} is not a generic class')
        given = _match(cls, params, items if len(items) != 1 else items[0])
        return _Alias(cls, _substitute(params, given))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__', ())
        if '__orig_bases__' in cls.__dict__ and Generic in cls.__orig_bases__:
            raise TypeError('Cannot inherit from plain Generic')
        params = []
        explicit = None
        for b in bases:
            if isinstance(b, _Alias) and (b.__origin__ is Generic or getattr(b.__origin__, '__name__', '') == 'Protocol'):
                if explicit is not None and b.__origin__ is Generic:
                    raise TypeError('Cannot inherit from Generic[...] multiple times.')
                explicit = b.__parameters__
            for p in getattr(b, '__parameters__', ()) if not isinstance(b, type) else ():
                if p not in params:
                    params.append(p)
        if explicit is not None:
            outside = [p for p in params if p not in explicit]
            if outside:
                raise TypeError(f'Some type variables ({", ".join([str(p) for p in outside])}) are not listed in '
                                f'Generic[{", ".join([str(p) for p in explicit])}]')
            params = explicit
        cls.__parameters__ = tuple(params)


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=_sys.stderr)
    return obj


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


def overload(func):
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions outside a stub module '
                              'should always be followed by an implementation that is not @overload-ed.')


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    arg.__no_type_check__ = True
    return arg


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
                                             'frozen_default': frozen_default, 'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls_or_fn
    return decorator


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, _Deprecated, _GenericAlias_, Union, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    return Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_Alias, _GenericAlias_)):
        args = tp.__args__
        if isinstance(tp, _CallableAlias) or type(tp).__name__ == '_CallableGenericAlias':
            if not (len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec))):
                args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, Union):
        return tp.__args__
    return ()


for _c in (_Alias, _LiteralAlias, _CallableAlias, _AnnotatedAlias, _UnpackAlias):
    _c.__module__ = 'typing'
del _c
