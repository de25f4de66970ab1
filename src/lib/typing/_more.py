"""Protocol, NamedTuple, TypedDict, NewType and get_type_hints."""

import sys
import typing
from abc import ABCMeta
from typing import Generic, TypeVar, Any

_left_out = frozenset('''__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__
__weakref__ __class_getitem__ __match_args__ __static_attributes__ __firstlineno__ __annotate__ __annotate_func__ __annotations_cache__
__parameters__ __orig_bases__ __orig_class__ _is_protocol _is_runtime_protocol __protocol_attrs__ __non_callable_proto_members__
__type_params__ _abc_impl __qualname__ __classcell__ __init_subclass__ __class__ __conditional_annotations__'''.split())


def _protocol_attrs(cls):
    found = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic') and base.__module__ == 'typing':
            continue
        names = [*base.__dict__]
        annotate = base.__dict__.get('__annotate_func__')
        if annotate is not None or '__annotations__' in base.__dict__:
            try:
                names += base.__annotations__
            except NameError:
                pass
        found.update([n for n in names if not n.startswith('_abc_') and n not in _left_out])
    return found


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')


_missing = object()


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name == 'Protocol' and bases == (Generic,):
            pass
        elif any([getattr(b, '__name__', '') == 'Protocol' and b.__module__ == 'typing' for b in bases]):
            for base in bases:
                if not (base in (object, Generic) or base.__module__ in ('collections.abc', 'contextlib', '_collections_abc')
                        or getattr(base, '_is_protocol', False)):
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, '_is_protocol', False):
            cls.__protocol_attrs__ = _protocol_attrs(cls)

    def __subclasscheck__(cls, other):
        if cls is _holder.get('Protocol'):
            return type.__subclasscheck__(cls, other)
        if getattr(cls, '_is_protocol', False) and cls.__dict__.get('_is_protocol'):
            if not getattr(cls, '_is_runtime_protocol', False):
                _check_type(other)
                raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
            data = [a for a in cls.__protocol_attrs__ if not callable(getattr(cls, a, None))]
            if data and cls.__dict__.get('__subclasshook__').__func__ is _hook:
                _check_type(other)
                raise TypeError(f'Protocols with non-method members don\'t support issubclass(). Non-method members: {str(sorted(data))[1:-1]}.')
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is _holder.get('Protocol') or not getattr(cls, '_is_protocol', False) or not cls.__dict__.get('_is_protocol'):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if cls in type(instance).__mro__:
            return True
        for attr in cls.__protocol_attrs__:
            value = getattr(instance, attr, _missing)
            if value is _missing or value is None and callable(getattr(cls, attr, None)):
                return super().__instancecheck__(instance) if not attr else False
        return True


def _check_type(other):
    if not isinstance(other, type):
        raise TypeError('issubclass() arg 1 must be a class')


_holder = {}


@classmethod
def _hook_(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    for attr in cls.__protocol_attrs__:
        for base in other.__mro__:
            if attr in base.__dict__:
                if base.__dict__[attr] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


_hook = _hook_.__func__


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols: classes that say what methods others must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any([b is Protocol for b in cls.__bases__])
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = _hook_
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


Protocol.__module__ = 'typing'
_holder['Protocol'] = Protocol


def runtime_checkable(cls):
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method, result):
    def body(self, *args):
        pass
    body.__name__ = method
    body.__isabstractmethod__ = True
    made = _ProtocolMeta(name, (Protocol,), {method: body, '__slots__': (), '__module__': 'typing', '_is_protocol': True})
    return runtime_checkable(made)


SupportsInt, SupportsFloat = _supports('SupportsInt', '__int__', int), _supports('SupportsFloat', '__float__', float)
SupportsComplex, SupportsBytes = _supports('SupportsComplex', '__complex__', complex), _supports('SupportsBytes', '__bytes__', bytes)
SupportsIndex, SupportsAbs = _supports('SupportsIndex', '__index__', int), _supports('SupportsAbs', '__abs__', Any)
SupportsRound = _supports('SupportsRound', '__round__', Any)


# ---- NamedTuple

_prohibited = frozenset(('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_field_types', '_make',
                         '_replace', '_asdict', '_source'))


def _annotations_of(ns):
    if '__annotations__' in ns:
        return dict(ns['__annotations__'])
    annotate = ns.get('__annotate_func__') or ns.get('__annotate__')
    return dict(annotate(1)) if annotate is not None else {}


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple([tuple if b is _NamedTuple else b for b in bases])
        types = _annotations_of(ns)
        defaults = []
        for name in types:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default field{"s" if len(defaults) > 1 else ""} '
                                f'{", ".join(defaults)}')
        made = _build(typename, types, [ns[n] for n in defaults], ns['__module__'])
        if Generic in bases:
            made.__class_getitem__ = classmethod(typing._p('_generic.alias'))
        for key, value in ns.items():
            if key in _prohibited:
                raise AttributeError(f'Cannot overwrite NamedTuple attribute {key}')
            if key not in ('__annotations__', '__annotate__', '__annotate_func__', '__module__', '__dict__', '__weakref__', '__orig_bases__',
                           '__classcell__') and key not in made._fields:
                setattr(made, key, value)
                if hasattr(type(value), '__set_name__'):
                    type(value).__set_name__(value, made, key)
        made.__orig_bases__ = (NamedTuple,)
        return made


def _build(name, types, defaults, module):
    import collections
    made = collections.namedtuple(name, types, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


class _NamedTupleForm:
    __module__ = 'typing'

    def __call__(self, typename, fields=(), /, **kwargs):
        types = {n: typing._convert(t) for n, t in fields}
        made = _build(typename, types, (), sys._getframe(1).f_globals.get('__name__', '__main__'))
        made.__orig_bases__ = (NamedTuple,)
        return made

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return '<function NamedTuple at 0x0>'


NamedTuple = _NamedTupleForm()


# ---- TypedDict

class TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True, closed=None, extra_items=None):
        for base in bases:
            if type(base) is not TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        own = {n: typing._convert(t) for n, t in _annotations_of(ns).items()}
        space = {k: v for k, v in ns.items() if k not in ('__annotations__', '__annotate__', '__annotate_func__', '__classcell__')}
        generic = (Generic,) if any([issubclass(b, Generic) for b in bases if isinstance(b, type)]) else ()
        made = type.__new__(TypedDictMeta, name, (*generic, dict), space)
        if not hasattr(made, '__orig_bases__'):
            made.__orig_bases__ = bases
        types, required, optional = {}, set(), set()
        for base in bases:
            types.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
        types.update(own)
        for key, t in own.items():
            origin = getattr(t, '__origin__', None)
            needed = True if origin is typing.Required else False if origin is typing.NotRequired else total
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = types
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        made.__readonly_keys__, made.__mutable_keys__ = frozenset(), frozenset(types)
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwds):
        return dict(*args, **kwds)

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


_TypedDict = type.__new__(TypedDictMeta, 'TypedDict', (), {})


class _TypedDictForm:
    __module__ = 'typing'

    def __call__(self, typename, fields, /, *, total=True, **kwds):
        ns = {'__annotations__': dict(fields), '__module__': sys._getframe(1).f_globals.get('__name__', '__main__')}
        made = TypedDictMeta(typename, (), ns, total=total)
        made.__orig_bases__ = (TypedDict,)
        return made

    def __mro_entries__(self, bases):
        return (_TypedDict,)


TypedDict = _TypedDictForm()


def is_typeddict(tp):
    return type(tp) is TypedDictMeta and tp is not _TypedDict


class NewType:
    """NewType('UserId', int): a function that gives its argument back."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get('__name__', '__main__')

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __or__(self, other):
        return typing.Union[self, other]

    def __ror__(self, other):
        return typing.Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass an instance of NewType. Perhaps you were looking for: '
                        f'`{bases[0].__name__} = NewType({bases[0].__name__!r}, {self.__name__})`')


NewType.__module__ = 'typing'


# ---- hints

def _evaluate(hint, globals, locals):
    if hint is None:
        return type(None)
    if isinstance(hint, str):
        return eval(hint, globals, locals)
    if type(hint).__name__ == 'ForwardRef':
        return eval(hint.__forward_arg__, globals, locals)
    args = getattr(hint, '__args__', None)
    if isinstance(args, tuple) and not isinstance(hint, type):
        new = tuple([_evaluate(a, globals, locals) if not isinstance(a, str) or isinstance(hint, typing._GenericAlias_) else a for a in args])
        if any([a is not b for a, b in zip(args, new)]):
            if isinstance(hint, typing.Union):
                return typing.Union[new]
            if isinstance(hint, typing._Alias):
                return hint._with(new)
            return hint.__origin__[new if len(new) != 1 else new[0]]
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=None):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            if base is object or not ('__annotate_func__' in base.__dict__ or '__annotations__' in base.__dict__
                                      or '__annotations_cache__' in base.__dict__):
                continue
            space = getattr(sys.modules.get(base.__module__), '__dict__', {}) if globalns is None else globalns
            for name, value in base.__annotations__.items():
                hints[name] = _evaluate(value, space, dict(vars(base)) if localns is None else localns)
    else:
        inner = obj
        while hasattr(inner, '__wrapped__'):
            inner = inner.__wrapped__
        space = globalns if globalns is not None else getattr(inner, '__globals__', None)
        if space is None:
            space = getattr(obj, '__dict__', {}) if type(obj).__name__ == 'module' else {}
        found = getattr(obj, '__annotations__', None)
        if found is None:
            if callable(obj):
                return {}
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        hints = {name: _evaluate(value, space, localns if localns is not None else space) for name, value in found.items()}
    if include_extras:
        return hints
    return {k: _strip(v) for k, v in hints.items()}


def _strip(t):
    if isinstance(t, typing._AnnotatedAlias):
        return _strip(t.__origin__)
    if getattr(t, '__origin__', None) in (typing.Required, typing.NotRequired, typing.ReadOnly):
        return _strip(t.__args__[0])
    return t


def evaluate_forward_ref(ref, *, globals=None, locals=None, **kwds):
    return eval(ref.__forward_arg__, globals or {}, locals)


def get_overloads(func):
    return []


def clear_overloads():
    pass
