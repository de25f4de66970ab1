"""Signatures, documentation strings and source text."""

import enum
import inspect
from types import MappingProxyType


class _empty:
    """Stands where there is no default or annotation."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 'positional-only'
    POSITIONAL_OR_KEYWORD = 'positional or keyword'
    VAR_POSITIONAL = 'variadic positional'
    KEYWORD_ONLY = 'keyword-only'
    VAR_KEYWORD = 'variadic keyword'

    def __new__(cls, description):
        value = len(cls.__members__)
        member = int.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member

    def __str__(self):
        return self.name


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if isinstance(annotation, str) and not quote_annotation_strings:
        return annotation
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if type(annotation).__name__ == 'GenericAlias':
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return annotation.__forward_arg__ if type(annotation).__name__ == 'ForwardRef' else repr(annotation)


class Parameter:
    __slots__ = ('_name', '_kind', '_default', '_annotation')
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        if default is not _empty and self._kind in (self.VAR_POSITIONAL, self.VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_empty, kind=_empty, annotation=_empty, default=_empty):
        return type(self)(self._name if name is _empty else name, self._kind if kind is _empty else kind,
                          default=self._default if default is _empty else default,
                          annotation=self._annotation if annotation is _empty else annotation)

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f': {formatannotation(self._annotation)}'
        if self._default is not _empty:
            text += f' = {self._default!r}' if self._annotation is not _empty else f'={self._default!r}'
        if self._kind is self.VAR_POSITIONAL:
            text = '*' + text
        elif self._kind is self.VAR_KEYWORD:
            text = '**' + text
        return text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (other._name, other._kind, other._default, other._annotation)


class BoundArguments:
    __slots__ = ('arguments', '_signature')

    def __init__(self, signature, arguments):
        self.arguments, self._signature = arguments, signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, p in self._signature.parameters.items():
            if p.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY) or name not in self.arguments:
                break
            value = self.arguments[name]
            args.extend(value) if p.kind is Parameter.VAR_POSITIONAL else args.append(value)
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        started = False
        for name, p in self._signature.parameters.items():
            if not started:
                if p.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            value = self.arguments[name]
            if p.kind is Parameter.VAR_KEYWORD:
                kwargs.update(value)
            else:
                kwargs[name] = value
        return kwargs

    def apply_defaults(self):
        new = {}
        for name, p in self._signature.parameters.items():
            if name in self.arguments:
                new[name] = self.arguments[name]
            elif p.default is not _empty:
                new[name] = p.default
            elif p.kind is Parameter.VAR_POSITIONAL:
                new[name] = ()
            elif p.kind is Parameter.VAR_KEYWORD:
                new[name] = {}
        self.arguments = new

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        return f'<BoundArguments ({", ".join([f"{k}={v!r}" for k, v in self.arguments.items()])})>'


class Signature:
    __slots__ = ('_return_annotation', '_parameters')
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        params = {}
        last = Parameter.POSITIONAL_ONLY
        for p in parameters or ():
            if p.kind < last:
                raise ValueError(f'wrong parameter order: {last.description} parameter before {p.kind.description} parameter')
            last = p.kind
            if p.name in params:
                raise ValueError(f'duplicate parameter name: {p.name!r}')
            params[p.name] = p
        self._parameters = MappingProxyType(params)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=1):
        return signature(obj, follow_wrapped=follow_wrapped)

    def replace(self, *, parameters=None, return_annotation=None):
        return type(self)(self._parameters.values() if parameters is None else parameters,
                          return_annotation=self._return_annotation if return_annotation is None else return_annotation)

    __replace__ = replace

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        kwargs = dict(kwargs)
        rest = list(args)
        keywords = None
        for name, p in self._parameters.items():
            if p.kind is Parameter.VAR_POSITIONAL:
                if rest:
                    arguments[name] = tuple(rest)
                rest = []
            elif p.kind is Parameter.VAR_KEYWORD:
                keywords = name
            elif rest and p.kind is not Parameter.KEYWORD_ONLY:
                if name in kwargs and p.kind is not Parameter.POSITIONAL_ONLY:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = rest.pop(0)
            elif name in kwargs and p.kind is not Parameter.POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif p.default is _empty and not partial:
                if rest:
                    raise TypeError('too many positional arguments')
                what = ' keyword-only' if p.kind is Parameter.KEYWORD_ONLY else ' positional-only' if False else ''
                raise TypeError(f'missing a required{what} argument: {name!r}')
        if rest:
            raise TypeError('too many positional arguments')
        if kwargs:
            if keywords is None:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            arguments[keywords] = kwargs
        order = {name: arguments[name] for name in self._parameters if name in arguments}
        return BoundArguments(self, order)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (list(self._parameters.values()), self._return_annotation) == (list(other._parameters.values()), other._return_annotation)

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __repr__(self):
        return f'<{self.__class__.__name__} {self}>'

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        shown = []
        positional = star = False
        for p in self._parameters.values():
            if p.kind is Parameter.POSITIONAL_ONLY:
                positional = True
            elif positional:
                shown.append('/')
                positional = False
            if p.kind is Parameter.VAR_POSITIONAL:
                star = True
            elif p.kind is Parameter.KEYWORD_ONLY and not star:
                shown.append('*')
                star = True
            shown.append(str(p))
        if positional:
            shown.append('/')
        text = f'({", ".join(shown)})'
        if self._return_annotation is not _empty:
            text += f' -> {formatannotation(self._return_annotation)}'
        return text


def _of_function(f):
    code = f.__code__
    count, only, keyword = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    names = code.co_varnames
    annotations = inspect.get_annotations(f, format=3)
    defaults = f.__defaults__ or ()
    kwdefaults = f.__kwdefaults__ or {}
    params = []
    for i, name in enumerate(names[:count]):
        at = i - (count - len(defaults))
        params.append(Parameter(name, Parameter.POSITIONAL_ONLY if i < only else Parameter.POSITIONAL_OR_KEYWORD,
                                default=defaults[at] if at >= 0 else _empty, annotation=annotations.get(name, _empty)))
    at = count + keyword
    if code.co_flags & 4:
        params.append(Parameter(names[at], Parameter.VAR_POSITIONAL, annotation=annotations.get(names[at], _empty)))
        at += 1
    for name in names[count:count + keyword]:
        params.append(Parameter(name, Parameter.KEYWORD_ONLY, default=kwdefaults.get(name, _empty), annotation=annotations.get(name, _empty)))
    if code.co_flags & 8:
        params.append(Parameter(names[at], Parameter.VAR_KEYWORD, annotation=annotations.get(names[at], _empty)))
    return Signature(params, return_annotation=annotations.get('return', _empty))


def _of_text(text):
    """From __text_signature__: '($self, x, /, y=1)'."""
    words = text.replace('$', '')
    space = {}
    exec(f'def f{words}: pass', space)
    return _of_function(space['f'])


def _without_first(sig):
    params = list(sig.parameters.values())
    if params and params[0].kind is not Parameter.VAR_POSITIONAL:
        if params[0].kind in (Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD):
            raise ValueError('invalid method signature')
        params = params[1:]
    return sig.replace(parameters=params)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=1):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if inspect.ismethod(obj):
        return _without_first(signature(obj.__func__, follow_wrapped=follow_wrapped))
    if follow_wrapped:
        obj = inspect.unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or inspect.ismethod(f))
        if inspect.ismethod(obj):
            return signature(obj)
    own = getattr(obj, '__signature__', None)
    if isinstance(own, Signature):
        return own
    if inspect.isfunction(obj):
        return _of_function(obj)
    if type(obj).__name__ == 'partial' and hasattr(obj, 'keywords'):
        return _of_partial(obj)
    if isinstance(obj, type):
        for name in ('__new__', '__init__'):
            for c in obj.__mro__:
                if c is object or c.__module__ == 'builtins':
                    break
                if name in c.__dict__ and (name == '__init__' or '__init__' not in obj.__dict__):
                    f = c.__dict__[name]
                    return _without_first(signature(getattr(f, '__func__', f)))
        call = type(obj).__dict__.get('__call__')
        if call is not None and inspect.isfunction(call):
            return _without_first(signature(call))
        text = getattr(obj, '__text_signature__', None)
        if text:
            return _of_text(text)
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return Signature()
        raise ValueError(f'no signature found for builtin type {obj!r}')
    text = getattr(obj, '__text_signature__', None)
    if isinstance(text, str) and '<unrepresentable>' not in text:
        sig = _of_text(text)
        bound = text[:2] == '($' and not inspect.ismodule(getattr(obj, '__self__', inspect))
        return _without_first(sig) if bound else sig
    call = getattr(type(obj), '__call__', None)
    if call is not None and inspect.isfunction(call):
        return _without_first(signature(call))
    raise ValueError(f'no signature found for builtin {obj!r}' if inspect.isbuiltin(obj) else f'callable {obj!r} is not supported by signature')


def _of_partial(obj):
    sig = signature(obj.func)
    given = len(obj.args)
    params = []
    keyword = False
    for p in sig.parameters.values():
        if given and p.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            given -= 1
            continue
        if p.name in obj.keywords:
            p = p.replace(default=obj.keywords[p.name], kind=Parameter.KEYWORD_ONLY)
            keyword = True
        elif keyword and p.kind is Parameter.POSITIONAL_OR_KEYWORD:
            p = p.replace(kind=Parameter.KEYWORD_ONLY)
        elif keyword and p.kind is Parameter.VAR_POSITIONAL:
            continue
        params.append(p)
    return sig.replace(parameters=params)


def getfullargspec(func):
    sig = signature(func, follow_wrapped=False)
    if inspect.ismethod(func):
        sig = signature(func.__func__, follow_wrapped=False)
    args, varargs, varkw, kwonly, defaults, kwdefaults = [], None, None, [], [], {}
    annotations = {} if sig.return_annotation is _empty else {'return': sig.return_annotation}
    for p in sig.parameters.values():
        if p.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(p.name)
            if p.default is not _empty:
                defaults.append(p.default)
        elif p.kind is Parameter.VAR_POSITIONAL:
            varargs = p.name
        elif p.kind is Parameter.KEYWORD_ONLY:
            kwonly.append(p.name)
            if p.default is not _empty:
                kwdefaults[p.name] = p.default
        else:
            varkw = p.name
        if p.annotation is not _empty:
            annotations[p.name] = p.annotation
    return __getattr__('FullArgSpec')(args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None, annotations)


def __getattr__(name):
    if name == 'FullArgSpec':
        from collections import namedtuple
        value = globals()[name] = namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations', module='inspect')
        return value
    raise AttributeError(name)


def getcallargs(func, /, *args, **kwargs):
    bound = signature(func).bind(*args, **kwargs)
    bound.apply_defaults()
    return bound.arguments


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = None
    for line in lines[1:]:
        text = line.lstrip(' ')
        if text:
            indent = len(line) - len(text)
            margin = indent if margin is None else min(margin, indent)
    lines[0] = lines[0].lstrip(' ')
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None and isinstance(object, type):
        for c in object.__mro__[1:]:
            if c is not __builtins_object and c.__doc__:
                doc = c.__doc__
                break
    return cleandoc(doc) if isinstance(doc, str) else None


__builtins_object = object


def getfile(object):
    if inspect.ismodule(object):
        found = getattr(object, '__file__', None)
        if found:
            return found
        raise TypeError(f'{object!r} is a built-in module')
    if isinstance(object, type):
        import sys
        module = sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        if object.__module__ == '__main__':
            raise OSError('source code not available')
        raise TypeError(f'{object!r} is a built-in class')
    if inspect.ismethod(object):
        object = object.__func__
    if inspect.isfunction(object):
        object = object.__code__
    if inspect.istraceback(object):
        object = object.tb_frame
    if inspect.isframe(object):
        object = object.f_code
    if inspect.iscode(object):
        return object.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got ' + type(object).__name__)


getsourcefile = getfile


def findsource(object):
    import linecache
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise OSError('could not get source code')
    if inspect.ismodule(object):
        return lines, 0
    if isinstance(object, type):
        return lines, object.__firstlineno__ - 1
    if inspect.ismethod(object):
        object = object.__func__
    if inspect.isfunction(object):
        object = object.__code__
    if inspect.isframe(object):
        object = object.f_code
    return lines, object.co_firstlineno - 1


def getblock(lines):
    """The lines of a definition that begins with the first one."""
    start = lines[0]
    indent = len(start) - len(start.lstrip())
    end = 1
    seen_body = not start.lstrip().startswith('@')
    depth = start.count('(') + start.count('[') - start.count(')') - start.count(']')
    for i in range(1, len(lines)):
        line = lines[i]
        text = line.strip()
        if depth > 0 or not seen_body:
            depth += text.count('(') + text.count('[') - text.count(')') - text.count(']')
            seen_body = seen_body or not text.startswith('@')
            end = i + 1
            continue
        if not text or text.startswith('#'):
            continue
        if len(line) - len(line.lstrip()) <= indent:
            break
        depth += text.count('(') + text.count('[') - text.count(')') - text.count(']')
        end = i + 1
    return lines[:end]


def getsourcelines(object):
    object = inspect.unwrap(object) if callable(object) and not isinstance(object, type) else object
    lines, lnum = findsource(object)
    if inspect.ismodule(object):
        return lines, 0
    return getblock(lines[lnum:]), lnum + 1


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def getcomments(object):
    return None


for _c in (_empty, _ParameterKind, Parameter, BoundArguments, Signature):
    _c.__module__ = 'inspect'
