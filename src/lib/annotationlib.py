"""Annotations: asked for as values, as forward references or as text."""

import enum as _enum

__all__ = ['Format', 'ForwardRef', 'call_annotate_function', 'call_evaluate_function', 'get_annotate_from_class_namespace',
           'get_annotations', 'annotations_to_string', 'type_repr']


class Format(_enum.IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


class ForwardRef:
    """A name in an annotation that can not be resolved (yet)."""

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__owner__ = owner
        self._globals = None

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=Format.VALUE):
        if globals is None:
            globals = self._globals or {}
        return eval(self.__forward_arg__, globals, locals)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        import typing
        return typing.Union[self, other]

    def __ror__(self, other):
        import typing
        return typing.Union[other, self]

    def __repr__(self):
        more = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{more})'


class _Text:
    """A value in an annotation that stands for its own source text."""

    def __init__(self, text):
        self._text = text

    def __getattr__(self, name):
        if name[:2] == '__':
            raise AttributeError(name)
        return _Text(f'{self._text}.{name}')

    def __getitem__(self, item):
        items = item if isinstance(item, tuple) else (item,)
        return _Text(f'{self._text}[{", ".join([_text(i) for i in items])}]')

    def __or__(self, other):
        return _Text(f'{self._text} | {_text(other)}')

    def __ror__(self, other):
        return _Text(f'{_text(other)} | {self._text}')

    def __call__(self, *args, **kwds):
        return _Text(f'{self._text}({", ".join([*[_text(a) for a in args], *[f"{k}={_text(v)}" for k, v in kwds.items()]])})')

    def __iter__(self):
        yield _Text('*' + self._text)


def _text(v):
    if isinstance(v, _Text):
        return v._text
    if isinstance(v, list):
        return f'[{", ".join([_text(i) for i in v])}]'
    if v is ...:
        return '...'
    return repr(v) if isinstance(v, str) else type_repr(v)


def _fake_call(annotate, make):
    """Calls __annotate__ in globals of our own making."""
    import builtins
    import _engine
    code = annotate.__code__
    closure = annotate.__closure__
    known = {**builtins.__dict__, **annotate.__globals__}
    names = {}
    for name in code.co_names:
        names[name] = make(name, known)
    if closure:
        cells = []
        for name, cell in zip(code.co_freevars, closure):
            try:
                value = cell.cell_contents
            except ValueError:
                cells.append(_engine.cell(make(name, known)))
                continue
            if make is _as_text and name != '__classdict__':
                cells.append(_engine.cell(_Text(name)))
            elif name == '__classdict__':
                cells.append(_engine.cell({k: make(k, {**known, **value}) for k in code.co_names if k in value}))
            else:
                cells.append(cell)
        closure = tuple(cells)
    return _engine.make_function(code, {**names, '__builtins__': {**builtins.__dict__, **names}}, closure)(1)


def _as_text(name, known):
    return _Text(name)


def _as_ref(name, known):
    return known[name] if name in known else ForwardRef(name)


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError('The VALUE_WITH_FAKE_GLOBALS format is for internal use only')
    if format == Format.VALUE:
        return annotate(1)
    if format == Format.STRING:
        found = _fake_call(annotate, _as_text)
        return _text(found) if _is_evaluate else {k: v if isinstance(v, str) else _text(v) for k, v in found.items()}
    if format == Format.FORWARDREF:
        try:
            return annotate(1)
        except NameError:
            return _fake_call(annotate, _as_ref)
    raise ValueError(f'Invalid format: {format!r}')


def call_evaluate_function(evaluate, format, *, owner=None):
    return call_annotate_function(evaluate, format, owner=owner, _is_evaluate=True)


def get_annotate_from_class_namespace(obj):
    return obj.get('__annotate__') or obj.get('__annotate_func__')


def type_repr(value):
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == 'builtins' else f'{value.__module__}.{value.__qualname__}'
    if value is ...:
        return '...'
    if hasattr(value, '__code__'):
        return f'{value.__module__}.{value.__qualname__}'
    return repr(value)


def annotations_to_string(annotations):
    return {n: t if isinstance(t, str) else type_repr(t) for n, t in annotations.items()}


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    if eval_str and format != Format.VALUE:
        raise ValueError('eval_str=True is only supported with format=Format.VALUE')
    annotate = getattr(obj, '__annotate__', None)
    if isinstance(obj, type) and format != Format.VALUE:
        annotate = obj.__dict__.get('__annotate_func__')
    if format == Format.VALUE:
        found = getattr(obj, '__annotations__', None)
    elif annotate is not None:
        found = call_annotate_function(annotate, format, owner=obj)
    else:
        found = getattr(obj, '__annotations__', None)
        if found is not None and format == Format.STRING:
            found = annotations_to_string(found)
    if found is None:
        if isinstance(obj, type) or callable(obj) or type(obj).__name__ == 'module':
            return {}
        raise TypeError(f'{obj!r} does not have annotations')
    if eval_str:
        if globals is None:
            import sys
            globals = getattr(obj, '__globals__', None) or getattr(sys.modules.get(getattr(obj, '__module__', None)), '__dict__', {})
        return {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in found.items()}
    return dict(found)
