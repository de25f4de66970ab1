# Generic aliases, unions, type variables and type aliases. Modules types and typing show them.

_missing = object()


def _show(item):
    """How an argument stands in the repr of list[…] or X | Y."""
    if item is ...:
        return '...'
    if isinstance(item, (GenericAlias, list)):
        return repr(item) if not isinstance(item, list) else f'[{", ".join([_show(i) for i in item])}]'
    if item is _NoneType:
        return 'None'
    try:
        name = item.__qualname__
        module = item.__module__
    except AttributeError:
        return repr(item)
    if hasattr(item, '__origin__') and hasattr(item, '__args__') or module is None or name is None:
        return repr(item)
    return name if module == 'builtins' else f'{module}.{name}'


_NoneType = type(None)


def _is_param(item):
    cls = _type_of(item)
    return cls is TypeVar or cls is ParamSpec or cls is TypeVarTuple


def parameters_of(args):
    """The type variables in arguments, in order of appearance."""
    found = []
    for item in args:
        if isinstance(item, type) and not isinstance(item, GenericAlias):
            continue
        if _is_param(item):
            if item not in found:
                found.append(item)
        elif isinstance(item, (tuple, list)):
            for p in parameters_of(item):
                if p not in found:
                    found.append(p)
        else:
            inner = getattr(item, '__parameters__', ())
            if isinstance(inner, tuple):
                for p in inner:
                    if p not in found:
                        found.append(p)
    return tuple(found)


def _no_default(param):
    return param.__default__ is NoDefault


def _packs(param, values, before, after):
    return values


def match_parameters(alias, params, item):
    """{parameter: what the subscript gives it}."""
    items = item if isinstance(item, tuple) else (item,)
    if not params:
        raise TypeError(f'{alias!r} is not a generic class')
    flat = []
    for i in items:
        if isinstance(i, GenericAlias) and i.__unpacked__:
            flat.extend(i.__args__)
        elif _is_exact(i, UnpackAlias) and False:
            flat.append(i)
        else:
            flat.append(i)
    if len(params) == 1 and _is_exact(params[0], ParamSpec):
        if not (len(flat) == 1 and (isinstance(flat[0], (list, tuple)) or flat[0] is ... or _is_exact(flat[0], ParamSpec))):
            flat = [tuple(flat)]
    packs = [i for i, p in enumerate(params) if _is_exact(p, TypeVarTuple)]
    if packs:
        at = packs[0]
        rest = len(params) - at - 1
        if len(flat) < len(params) - 1:
            raise TypeError(f'Too few arguments for {alias!r}; actual {len(flat)}, expected at least {len(params) - 1}')
        middle = tuple(flat[at:len(flat) - rest])
        flat = flat[:at] + [middle] + flat[len(flat) - rest:]
    while len(flat) < len(params) and not _no_default(params[len(flat)]):
        flat.append(params[len(flat)].__default__)
    if len(flat) != len(params):
        needed = len([p for p in params if _no_default(p)])
        few = len(flat) < len(params)
        expected = f'at least {needed}' if few and needed != len(params) else f'{len(params)}'
        raise TypeError(f'Too {"few" if few else "many"} arguments for {alias!r}; actual {len(flat)}, expected {expected}')
    given = {}
    for p, value in zip(params, flat):
        if _is_exact(p, TypeVar):
            value = _convert(value)
        elif _is_exact(p, ParamSpec) and isinstance(value, list):
            value = tuple(value)
        given[p] = value
    return given


def _convert(value):
    return _NoneType if value is None else value


def substitute(args, given):
    out = []
    for a in args:
        if _is_exact(a, TypeVarTuple):
            value = given.get(a, a)
            out.extend(value) if isinstance(value, tuple) else out.append(value)
        elif _is_param(a):
            out.append(given.get(a, a))
        elif isinstance(a, list):
            out.append(list(substitute(a, given)))
        elif isinstance(a, tuple):
            out.append(substitute(a, given))
        elif isinstance(a, type) and not isinstance(a, GenericAlias):
            out.append(a)
        else:
            inner = getattr(a, '__parameters__', ())
            if isinstance(inner, tuple) and inner:
                if len(inner) == 1 and _is_exact(inner[0], TypeVarTuple):
                    value = given.get(inner[0], inner[0])
                    if getattr(a, '__unpacked__', False) or type(a).__name__ == '_UnpackGenericAlias':
                        out.extend(value if isinstance(value, tuple) else (value,))
                        continue
                    out.append(a[value])
                else:
                    out.append(a[tuple([given.get(p, p) for p in inner])])
            else:
                out.append(a)
    return tuple(out)


_kept = ('__class__', '__origin__', '__args__', '__parameters__', '__unpacked__', '__mro_entries__', '__reduce_ex__', '__reduce__',
         '__copy__', '__deepcopy__', '__typing_unpacked_tuple_args__')


class GenericAlias:
    __slots__ = ('__origin__', '__args__', '__unpacked__', '_parameters', '__weakref__')

    def __new__(cls, origin, args, /):
        self = object.__new__(cls)
        put = object.__setattr__
        put(self, '__origin__', origin)
        put(self, '__args__', args if isinstance(args, tuple) else (args,))
        put(self, '__unpacked__', False)
        put(self, '_parameters', None)
        return self

    @property
    def __parameters__(self):
        found = self._parameters
        if found is None:
            found = parameters_of(self.__args__)
            object.__setattr__(self, '_parameters', found)
        return found

    def __repr__(self):
        args = self.__args__
        star = '*' if self.__unpacked__ else ''
        if not args:
            return f'{star}{_show(self.__origin__)}[()]'
        return f'{star}{_show(self.__origin__)}[{", ".join([_show(a) for a in args])}]'

    def __call__(self, /, *args, **kwds):
        made = self.__origin__(*args, **kwds)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getattribute__(self, name):
        if name[:2] == '__' and name not in _kept or name in ('_parameters', '_name', '_fields'):
            if name == '_parameters':
                return object.__getattribute__(self, name)
            return getattr(object.__getattribute__(self, '__origin__'), name)
        if name in _kept:
            return object.__getattribute__(self, name)
        return getattr(object.__getattribute__(self, '__origin__'), name)

    def __setattr__(self, name, value):
        setattr(self.__origin__, name, value)

    def __getitem__(self, item):
        given = match_parameters(self, self.__parameters__, item)
        return GenericAlias(self.__origin__, substitute(self.__args__, given))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        raise TypeError('isinstance() argument 2 cannot be a parameterized generic')

    def __subclasscheck__(self, cls):
        raise TypeError('issubclass() argument 2 cannot be a parameterized generic')

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return (self.__unpacked__ == other.__unpacked__ and self.__origin__ == other.__origin__
                and self.__args__ == other.__args__)

    def __hash__(self):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __or__(self, other):
        return _or(self, other)

    def __ror__(self, other):
        return _or(other, self)

    def __iter__(self):
        starred = GenericAlias(self.__origin__, self.__args__)
        object.__setattr__(starred, '__unpacked__', True)
        yield starred

    def __reduce__(self):
        return GenericAlias, (self.__origin__, self.__args__)

    @property
    def __typing_unpacked_tuple_args__(self):
        return self.__args__ if self.__unpacked__ and self.__origin__ is tuple else None

    def __dir__(self):
        return sorted({*dir(self.__origin__), *_kept})


UnpackAlias = GenericAlias
GenericAlias.__module__ = 'types'


def generic_alias(origin, item):
    return GenericAlias(origin, item)


# ---- unions

class _UnionMeta(type):
    def __repr__(cls):
        return "<class 'typing.Union'>"


def _flatten(items):
    flat = []
    for item in items:
        if item is None:
            item = _NoneType
        for part in item.__args__ if _is_exact(item, Union) else (item,):
            for seen in flat:
                if seen is part or type(seen) is type(part) and seen == part:
                    break
            else:
                flat.append(part)
    return tuple(flat)


def make_union(items):
    flat = _flatten(items)
    if len(flat) == 1:
        return flat[0]
    self = object.__new__(Union)
    object.__setattr__(self, '__args__', flat)
    return self


def _is_unionable(item):
    return (item is None or isinstance(item, type) or _type_of(item) in (GenericAlias, Union, TypeAliasType)
            or _is_param(item) or isinstance(item, GenericAlias))


def _or(a, b):
    if not _is_unionable(a) or not _is_unionable(b):
        return NotImplemented
    return make_union((a, b))


def union(a, b):
    return _or(a, b)


class Union:
    __slots__ = ('__args__', '__weakref__')

    def __new__(cls, *args):
        raise TypeError("cannot create 'typing.Union' instances")

    def __class_getitem__(cls, items):
        if items == ():
            raise TypeError('Cannot take a Union of no types.')
        if not isinstance(items, tuple):
            items = (items,)
        return make_union([_forward(i) for i in items])

    def __init_subclass__(cls, **kwds):
        raise TypeError("type 'typing.Union' is not an acceptable base type")

    @property
    def __origin__(self):
        return Union

    @property
    def __parameters__(self):
        return parameters_of(self.__args__)

    def __setattr__(self, name, value):
        raise AttributeError(f"'typing.Union' object has no attribute '{name}'")

    def __repr__(self):
        return ' | '.join([_show(a) for a in self.__args__])

    def __or__(self, other):
        return _or(self, other)

    def __ror__(self, other):
        return _or(other, self)

    def __eq__(self, other):
        if not _is_exact(other, Union):
            return NotImplemented
        a, b = self.__args__, other.__args__
        return len(a) == len(b) and all([x in b for x in a])

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __getitem__(self, item):
        given = match_parameters(self, self.__parameters__, item)
        return make_union(substitute(self.__args__, given))

    def __instancecheck__(self, obj):
        for a in self.__args__:
            if isinstance(a, GenericAlias):
                raise TypeError('isinstance() argument 2 cannot be a parameterized generic')
        for a in self.__args__:
            if isinstance(obj, a):
                return True
        return False

    def __subclasscheck__(self, cls):
        for a in self.__args__:
            if isinstance(a, GenericAlias):
                raise TypeError('issubclass() argument 2 cannot be a parameterized generic')
        for a in self.__args__:
            if issubclass(cls, a):
                return True
        return False

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')


Union.__module__ = 'typing'


def _forward(item):
    if isinstance(item, str):
        import annotationlib
        return annotationlib.ForwardRef(item)
    return _NoneType if item is None else item


# ---- type parameters

class _NoDefaultType:
    __slots__ = ()

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


_NoDefaultType.__name__ = _NoDefaultType.__qualname__ = 'NoDefaultType'
NoDefault = object.__new__(_NoDefaultType)


class _Parameter:
    """What TypeVar, ParamSpec and TypeVarTuple share. A default or bound may be a function that gives it when first asked."""

    _default = NoDefault
    _default_function = None
    _prefix = ''

    def __repr__(self):
        return self._prefix + self.__name__

    @property
    def __default__(self):
        if self._default_function is not None:
            self._default = self._default_function(1)
            self._default_function = None
        return self._default

    @property
    def evaluate_default(self):
        return self._default_function

    def has_default(self):
        return self._default_function is not None or self._default is not NoDefault

    def __typing_subst__(self, item):
        return item

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __reduce__(self):
        return self.__name__


def _caller_name():
    return (_caller_globals() or {}).get('__name__')


class TypeVar(_Parameter):
    _bound = None
    _bound_function = None
    _constraints = ()
    _constraints_function = None

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        if not isinstance(name, str):
            raise TypeError(f"typevar() argument 'name' must be str, not {type(name).__name__}")
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if infer_variance and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__name__ = name
        self.__module__ = _caller_name()
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self._constraints = tuple([_forward(c) for c in constraints])
        self._bound = None if bound is None else _forward(bound)
        self._default = default

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    @property
    def __bound__(self):
        if self._bound_function is not None:
            self._bound = self._bound_function(1)
            self._bound_function = None
        return self._bound

    @property
    def __constraints__(self):
        if self._constraints_function is not None:
            self._constraints = self._constraints_function(1)
            self._constraints_function = None
        return self._constraints


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(_Parameter):
    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        self.__name__ = name
        self.__module__ = _caller_name()
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self._default = default

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Parameter):
    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self.__module__ = _caller_name()
        self._default = default

    def __iter__(self):
        import typing
        yield typing.Unpack[self]


def type_var(name, evaluate, constrained):
    made = TypeVar(name, infer_variance=True)
    if evaluate is not None:
        if constrained:
            made._constraints_function = evaluate
        else:
            made._bound_function = evaluate
    return made


def param_spec(name):
    return ParamSpec(name, infer_variance=True)


def type_var_tuple(name):
    return TypeVarTuple(name)


def type_param_default(param, evaluate):
    param._default_function = evaluate
    return param


class TypeAliasType:
    _value = None
    _value_function = None

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self._value = value
        self.__type_params__ = type_params
        self.__module__ = _caller_name()

    @property
    def __value__(self):
        if self._value_function is not None:
            self._value = self._value_function(1)
            self._value_function = None
        return self._value

    @property
    def evaluate_value(self):
        return self._value_function

    @property
    def __parameters__(self):
        return self.__type_params__

    def __repr__(self):
        return self.__name__

    def __getitem__(self, item):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, item)

    def __or__(self, other):
        return _or(self, other)

    def __ror__(self, other):
        return _or(other, self)

    def __reduce__(self):
        return self.__name__


for _c in (_NoDefaultType, TypeVar, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVarTuple, TypeAliasType):
    _c.__module__ = 'typing'


def type_alias(name, params, evaluate):
    made = TypeAliasType(name, None, type_params=params or ())
    made._value_function = evaluate
    return made


def subscript_generic(params):
    import typing
    return typing.Generic[tuple([typing.Unpack[p] if _is_exact(p, TypeVarTuple) else p for p in params])]
