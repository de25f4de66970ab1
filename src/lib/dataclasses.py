"""Data classes: methods written from the annotations of a class."""

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict', 'astuple',
           'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = _Kind('_FIELD'), _Kind('_FIELD_CLASSVAR'), _Kind('_FIELD_INITVAR')
_FIELDS, _PARAMS, _POST_INIT = '__dataclass_fields__', '__dataclass_params__', '__post_init__'


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only', 'doc', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        from types import MappingProxyType
        self.name = self.type = None
        self.default, self.default_factory, self.init, self.repr, self.hash = default, default_factory, init, repr, hash
        self.compare, self.kw_only, self.doc = compare, kw_only, doc
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self._field_type = None

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},'
                f'init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},doc={self.doc!r},_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots', 'weakref_slot')

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f'_DataclassParams({",".join([f"{n}={getattr(self, n)!r}" for n in self.__slots__])})'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING, doc=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


def _is_type(cls, annotation, names, module, test):
    """Is an annotation, perhaps a string, one of these types of that module?"""
    if not isinstance(annotation, str):
        return test(annotation)
    word = annotation.split('[')[0].strip()
    prefix, _, last = word.rpartition('.')
    import sys
    space = sys.modules.get(cls.__module__).__dict__ if cls.__module__ in sys.modules else {}
    if not prefix:
        found = space.get(last)
        return found is not None and test(found)
    found = getattr(space.get(prefix), last, None)
    return found is not None and test(found)


def _is_classvar(a):
    import sys
    typing = sys.modules.get('typing')
    if typing is None:
        return False
    return a is typing.ClassVar or getattr(a, '__origin__', None) is typing.ClassVar


def _is_initvar(a):
    return a is InitVar or type(a) is InitVar


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ in ('member_descriptor', 'member'):
            default = MISSING
        f = field(default=default)
    f.name, f.type = name, annotation
    f._field_type = _FIELD
    if _is_type(cls, annotation, None, 'typing', _is_classvar):
        f._field_type = _FIELD_CLASSVAR
    elif _is_type(cls, annotation, None, 'dataclasses', _is_initvar):
        f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')
    return f


def _make(cls, name, args, body, space):
    """A method from its source text; its annotations are given to it later."""
    names = ', '.join(space)
    lines = ''.join([f'  {line}\n' for line in body]) or '  pass\n'
    text = f'def __create_fn__({names}):\n def {name}({", ".join(args)}):\n{lines} return {name}\n'
    import sys
    globals = sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}
    ns = {}
    exec(text, globals, ns)
    f = ns['__create_fn__'](**space)
    f.__qualname__ = f'{cls.__qualname__}.{name}'
    return f


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _init_fn(cls, fields, frozen, has_post_init, self_name, slots):
    seen_default = None
    for f in fields:
        if f.init and not f.kw_only:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = f
            elif seen_default:
                raise TypeError(f'non-default argument {f.name!r} follows default argument {seen_default.name!r}')
    space = {'__dataclass_HAS_DEFAULT_FACTORY__': _HAS_DEFAULT_FACTORY, '__dataclass_builtins_object__': object}
    body = []

    def assign(name, value):
        if frozen:
            return f'__dataclass_builtins_object__.__setattr__({self_name}, {name!r}, {value})'
        return f'{self_name}.{name} = {value}'

    def param(f):
        if f.default is MISSING and f.default_factory is MISSING:
            return f.name
        if f.default is not MISSING:
            return f'{f.name}=__dataclass_dflt_{f.name}__'
        return f'{f.name}=__dataclass_HAS_DEFAULT_FACTORY__'
    for f in fields:
        default = f'__dataclass_dflt_{f.name}__'
        if f.default_factory is not MISSING:
            space[default] = f.default_factory
            value = f'{default}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}' if f.init else f'{default}()'
        elif f.init:
            if f.default is not MISSING:
                space[default] = f.default
            value = f.name
        elif slots and f.default is not MISSING:
            space[default] = f.default
            value = default
        else:
            continue
        if f._field_type is not _FIELD_INITVAR:
            body.append(assign(f.name, value))
    if has_post_init:
        body.append(f'{self_name}.{_POST_INIT}({", ".join([f.name for f in fields if f._field_type is _FIELD_INITVAR])})')
    args = [self_name] + [param(f) for f in fields if f.init and not f.kw_only]
    keyword = [param(f) for f in fields if f.init and f.kw_only]
    if keyword:
        args += ['*'] + keyword
    made = _make(cls, '__init__', args, body, space)
    made.__annotations__ = {**{f.name: f.type for f in fields if f.init}, 'return': None}
    return made


def _signature_text(fields):
    """What inspect.signature says of the class; with nothing to import for the common annotations."""
    parts = []
    for keyword_only in (False, True):
        chosen = [f for f in fields if f.init and f.kw_only is keyword_only]
        if chosen and keyword_only:
            parts.append('*')
        for f in chosen:
            kind = f.type
            if type(kind) is type and kind.__module__ == 'builtins':
                text = kind.__qualname__
            elif type(kind) is str:
                text = repr(kind)
            else:
                from inspect import formatannotation
                text = formatannotation(kind)
            if f.default is not MISSING or f.default_factory is not MISSING:
                text += f' = {_HAS_DEFAULT_FACTORY if f.default is MISSING else f.default!r}'
            parts.append(f'{f.name}: {text}')
    return f'({", ".join(parts)})'


def _tuple_text(obj, fields):
    return f'({"".join([f"{obj}.{f.name}," for f in fields])})' if fields else '()'


_running = set()


def _repr_fn(cls, fields):
    names = [f.name for f in fields]

    def __repr__(self):
        key = id(self)
        if key in _running:
            return '...'
        _running.add(key)
        try:
            return f'{self.__class__.__qualname__}({", ".join([f"{n}={getattr(self, n)!r}" for n in names])})'
        finally:
            _running.discard(key)
    __repr__.__qualname__ = f'{cls.__qualname__}.__repr__'
    return __repr__


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    all_fields = {}
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))
    any_frozen_base = has_bases = False
    all_frozen_bases = None
    for b in cls.__mro__[-1:0:-1]:
        base_fields = getattr(b, _FIELDS, None)
        if base_fields is not None:
            has_bases = True
            if all_frozen_bases is None:
                all_frozen_bases = True
            for f in base_fields.values():
                all_fields[f.name] = f
            if getattr(b, _PARAMS).frozen:
                any_frozen_base = True
            else:
                all_frozen_bases = False
    annotations = _own_annotations(cls)
    cls_fields = []
    keyword_only = kw_only
    seen_marker = False
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or _is_type(cls, annotation, None, 'dataclasses', lambda a: a is KW_ONLY or a is _KW_ONLY_TYPE):
            if seen_marker:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_marker = True
            keyword_only = True
        else:
            cls_fields.append(_get_field(cls, name, annotation, keyword_only))
    for f in cls_fields:
        all_fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_bases:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if all_frozen_bases is False and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, all_fields)
    class_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    init_fields = [f for f in all_fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    if init:
        self_name = '__dataclass_self__' if 'self' in all_fields else 'self'
        sorted_fields = [f for f in init_fields if not f.kw_only] + [f for f in init_fields if f.kw_only]
        _set_new(cls, '__init__', _init_fn(cls, sorted_fields, frozen, hasattr(cls, _POST_INIT), self_name, slots))
    _set_new(cls, '__replace__', _replace)
    field_list = [f for f in all_fields.values() if f._field_type is _FIELD]
    if repr:
        _set_new(cls, '__repr__', _repr_fn(cls, [f for f in field_list if f.repr]))
    compared = [f for f in field_list if f.compare]
    if eq and '__eq__' not in cls.__dict__:
        terms = ' and '.join([f'self.{f.name}==other.{f.name}' for f in compared]) or 'True'
        cls.__eq__ = _make(cls, '__eq__', ['self', 'other'], ['if self is other:', ' return True', 'if other.__class__ is self.__class__:',
                                                              f' return {terms}', 'return NotImplemented'], {})
    if order:
        mine, others = _tuple_text('self', compared), _tuple_text('other', compared)
        for name, op in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            made = _make(cls, name, ['self', 'other'], ['if other.__class__ is self.__class__:', f' return {mine}{op}{others}',
                                                        'return NotImplemented'], {})
            if _set_new(cls, name, made):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering')
    if frozen:
        _freeze(cls, field_list)
    hashed = [f for f in field_list if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        make_hash = True
    else:
        make_hash = eq and frozen and not has_explicit_hash
        if eq and not frozen and not has_explicit_hash:
            cls.__hash__ = None
    if make_hash:
        cls.__hash__ = _make(cls, '__hash__', ['self'], [f'return hash({_tuple_text("self", hashed)})'], {})
    if not getattr(cls, '__doc__'):
        try:
            if init:
                text = _signature_text(init_fields)
            else:
                from inspect import signature
                text = str(signature(cls)).replace(' -> None', '')
        except (TypeError, ValueError):
            text = ''
        cls.__doc__ = cls.__name__ + text
    if match_args:
        _set_new(cls, '__match_args__', tuple([f.name for f in init_fields if f.init and not f.kw_only]))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    if getattr(cls, '__abstractmethods__', None) is not None:
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _own_annotations(cls):
    annotate = cls.__dict__.get('__annotate_func__') or cls.__dict__.get('__annotate__')
    found = cls.__dict__.get('__annotations__')
    if found is not None:
        return found
    try:
        return cls.__annotations__ if annotate is not None or '__annotations_cache__' in cls.__dict__ else {}
    except NameError:
        import annotationlib
        return annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF)


def _freeze(cls, fields):
    names = frozenset([f.name for f in fields])

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)
    for f in (__setattr__, __delattr__):
        f.__qualname__ = f'{cls.__qualname__}.{f.__name__}'
        if _set_new(cls, f.__name__, f):
            raise TypeError(f'Cannot overwrite attribute {f.__name__} in class {cls.__name__}')


def _add_slots(cls, frozen, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    space = dict(cls.__dict__)
    names = tuple([f.name for f in fields(cls)])
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    docs = tuple([n for n in names if n not in inherited])
    space['__slots__'] = docs + (('__weakref__',) if weakref_slot else ())
    for name in names:
        space.pop(name, None)
    space.pop('__dict__', None)
    space.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    made = type(cls)(cls.__name__, cls.__bases__, space)
    if qualname is not None:
        made.__qualname__ = qualname
    for value in space.values():
        value = getattr(value, '__func__', value)
        code = getattr(value, '__code__', None)
        if code is not None and '__class__' in code.co_freevars:
            cell = value.__closure__[code.co_freevars.index('__class__')]
            if cell.cell_contents is cls:
                cell.cell_contents = made
    if frozen and '__getstate__' not in space:
        made.__getstate__ = lambda self: [getattr(self, f.name) for f in fields(self)]

        def __setstate__(self, state):
            for f, value in zip(fields(self), state):
                object.__setattr__(self, f.name, value)
        made.__setstate__ = __setstate__
    return made


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _inner(obj, lambda o: dict_factory([(f.name, _inner_value(getattr(o, f.name), dict_factory, None)) for f in fields(o)]),
                  dict_factory, None)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _inner_value(obj, None, tuple_factory)


def _inner(obj, make, dict_factory, tuple_factory):
    return make(obj)


def _inner_value(obj, dict_factory, tuple_factory):
    if _is_instance(obj):
        if dict_factory is not None:
            return dict_factory([(f.name, _inner_value(getattr(obj, f.name), dict_factory, None)) for f in fields(obj)])
        return tuple_factory([_inner_value(getattr(obj, f.name), None, tuple_factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_inner_value(v, dict_factory, tuple_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_inner_value(v, dict_factory, tuple_factory) for v in obj])
    if isinstance(obj, dict):
        pairs = [(_inner_value(k, dict_factory, tuple_factory), _inner_value(v, dict_factory, tuple_factory)) for k, v in obj.items()]
        if hasattr(type(obj), 'default_factory'):
            made = type(obj)(obj.default_factory)
            made.update(pairs)
            return made
        return type(obj)(pairs)
    if type(obj) in (int, str, float, bool, type(None), bytes, complex):
        return obj
    from copy import deepcopy
    return deepcopy(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
                   frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None, decorator=dataclass):
    import keyword
    import sys
    import types
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, 'typing.Any'
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, defaults[name] = item[0], item[1], item[2]
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = tp

    def body(ns):
        ns.update(namespace or {})
        ns.update(defaults)
        ns['__annotations__'] = annotations
    cls = types.new_class(cls_name, bases, {}, body)
    if module is None:
        try:
            module = sys._getframe(1).f_globals.get('__name__', '__main__')
        except ValueError:
            pass
    if module is not None:
        cls.__module__ = module
    return decorator(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
                     kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
