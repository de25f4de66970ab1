"""Names for the types of the interpreter that have none built in, and a few tools around classes."""

import _engine as _e


def _f():
    pass


async def _c():
    pass


async def _ag():
    yield


FunctionType = LambdaType = type(_f)
CodeType = type(_f.__code__)
GeneratorType = type((_ for _ in ()))
_c = _c()
CoroutineType = type(_c)
_c.close()
AsyncGeneratorType = type(_ag())
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodDescriptorType = type(str.join)
EllipsisType = type(...)
NoneType = type(None)
NotImplementedType = type(NotImplemented)


class _C:
    def m(self):
        pass


MethodType = type(_C().m)
del _f, _c, _ag, _C
MethodWrapperType, MappingProxyType, GetSetDescriptorType = _e.MethodWrapperType, _e.MappingProxyType, _e.GetSetDescriptorType
MemberDescriptorType, CellType, ModuleType = _e.MemberDescriptorType, _e.CellType, _e.ModuleType
FrameType, TracebackType, ClassMethodDescriptorType = _e.FrameType, _e.TracebackType, _e.ClassMethodDescriptorType

_prelude_names = {'GenericAlias': '_types.GenericAlias', 'UnionType': '_types.Union', 'SimpleNamespace': '_namespace.SimpleNamespace',
                  'CapsuleType': '_namespace.CapsuleType', 'DynamicClassAttribute': '_namespace.DynamicClassAttribute',
                  'coroutine': '_namespace.coroutine'}


def __getattr__(name):
    if name in _prelude_names:
        value = globals()[name] = _e.prelude(_prelude_names[name])
        return value
    if name == '__all__':
        return sorted([n for n in __dir__() if n[:1] != '_'])
    raise AttributeError(f"module 'types' has no attribute {name!r}")


def __dir__():
    return sorted([*globals(), *_prelude_names])


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, ns, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(ns)
    if resolved is not bases:
        ns['__orig_bases__'] = bases
    return meta(name, resolved, ns, **kwds)


def resolve_bases(bases):
    new = []
    changed = False
    for base in bases:
        if not isinstance(base, type) and hasattr(base, '__mro_entries__'):
            entries = base.__mro_entries__(bases)
            if not isinstance(entries, tuple):
                raise TypeError('__mro_entries__ must return a tuple')
            new.extend(entries)
            changed = True
        else:
            new.append(base)
    return tuple(new) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds) if kwds else {}
    if 'metaclass' in kwds:
        meta = kwds.pop('metaclass')
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        for base in bases:
            other = type(base)
            if issubclass(other, meta):
                meta = other
            elif not issubclass(meta, other):
                raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass '
                                'of the metaclasses of all its bases')
    ns = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}
    return meta, ns, kwds


def get_original_bases(cls, /):
    try:
        return cls.__dict__.get('__orig_bases__', cls.__bases__)
    except AttributeError:
        raise TypeError(f'Expected an instance of type, not {type(cls).__name__!r}') from None
