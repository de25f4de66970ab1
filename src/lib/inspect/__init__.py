"""Questions about live objects: kinds, states, signatures, members."""

import sys as _sys

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED'
_lazy = ('signature', 'Signature', 'Parameter', 'BoundArguments', '_empty', 'getfullargspec', 'FullArgSpec', 'getcallargs', 'getsource',
         'getsourcelines', 'getsourcefile', 'getfile', 'getdoc', 'cleandoc', 'getcomments', 'formatannotation', 'findsource', 'getblock')


def __getattr__(name):
    if name in _lazy:
        value = globals()[name] = getattr(__import__('inspect._signature', fromlist=['*']), name)
        return value
    raise AttributeError(f"module 'inspect' has no attribute {name!r}")


def __dir__():
    return [*globals(), *_lazy]


def _kind(name):
    import types
    return getattr(types, name)


def ismodule(object):
    return isinstance(object, type(_sys))


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, type(isclass))


class _C:
    def m(self):
        pass


_method = type(_C().m)
del _C


def ismethod(object):
    return isinstance(object, _method)


def isbuiltin(object):
    return isinstance(object, type(len))


def ismethodwrapper(object):
    return isinstance(object, _kind('MethodWrapperType'))


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    tp = type(obj)
    return hasattr(tp, '__get__') and not hasattr(tp, '__set__') and not hasattr(tp, '__delete__')


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, '__set__') or hasattr(tp, '__delete__')


def isgetsetdescriptor(object):
    return isinstance(object, _kind('GetSetDescriptorType'))


def ismemberdescriptor(object):
    return isinstance(object, _kind('MemberDescriptorType'))


def _unwrap_partial(f):
    while True:
        if ismethod(f):
            f = f.__func__
        elif type(f).__name__ == 'partial' and hasattr(f, 'func'):
            f = f.func
        else:
            return f


def _has_flag(f, flag):
    f = _unwrap_partial(f)
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


_mark = object()


def markcoroutinefunction(func):
    if hasattr(func, '__func__'):
        func = func.__func__
    func._is_coroutine_mark = _mark
    return func


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE) or getattr(_unwrap_partial(obj), '_is_coroutine_mark', None) is _mark


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    return isinstance(object, _kind('GeneratorType'))


def iscoroutine(object):
    return isinstance(object, _kind('CoroutineType'))


def isasyncgen(object):
    return isinstance(object, _kind('AsyncGeneratorType'))


def isawaitable(object):
    return iscoroutine(object) or isgenerator(object) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE) or hasattr(type(object), '__await__')


def istraceback(object):
    return isinstance(object, _kind('TracebackType'))


def isframe(object):
    return isinstance(object, _kind('FrameType'))


def iscode(object):
    return isinstance(object, type(isframe.__code__))


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', None))


def _state(running, suspended, frame, names):
    return names[1] if running else names[2] if suspended else names[3] if frame is None else names[0]


def getgeneratorstate(generator):
    return _state(generator.gi_running, generator.gi_suspended, generator.gi_frame, (GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED))


def getcoroutinestate(coroutine):
    return _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame, (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED))


def getasyncgenstate(agen):
    return _state(agen.ag_running, agen.ag_suspended, agen.ag_frame, (AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED))


def getgeneratorlocals(generator):
    return generator.gi_frame.f_locals if generator.gi_frame is not None else {}


def getcoroutinelocals(coroutine):
    return coroutine.cr_frame.f_locals if coroutine.cr_frame is not None else {}


def currentframe():
    return _sys._getframe(1)


def getmembers(object, predicate=None):
    found = []
    names = dir(object)
    for name in names:
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    found.sort(key=lambda pair: pair[0])
    return found


_missing = object()


def getattr_static(obj, attr, default=_missing):
    if isinstance(obj, type):
        for c in obj.__mro__:
            if attr in c.__dict__:
                return c.__dict__[attr]
    else:
        own = getattr(obj, '__dict__', {})
        for c in type(obj).__mro__:
            if attr in c.__dict__:
                value = c.__dict__[attr]
                if attr not in own or hasattr(type(value), '__set__'):
                    return value
                break
        if attr in own:
            return own[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    seen = [func]
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if any([func is s for s in seen]):
            raise ValueError(f'wrapper loop when unwrapping {seen[0]!r}')
        seen.append(func)
    return func


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return _sys.modules.get(getattr(object, '__module__', None))


def getmodulename(path):
    import os.path
    name = os.path.basename(path)
    return name[:-3] if name.endswith('.py') else None


def getclosurevars(func):
    raise NotImplementedError('inspect.getclosurevars() is not supported here')


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=1):
    import annotationlib
    return annotationlib.get_annotations(obj, globals=globals, locals=locals, eval_str=eval_str, format=format)
