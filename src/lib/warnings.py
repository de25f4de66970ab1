"""Warnings: filters decide whether one is shown, ignored or raised."""

import sys as _sys
from _engine import prelude as _prelude

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings', 'deprecated']

warn, warn_explicit = _prelude('_warnings.warn'), _prelude('_warnings.warn_explicit')
defaultaction = 'default'
onceregistry = {}
_filters_version = 1
filters = [('default', None, DeprecationWarning, '__main__', 0), ('ignore', None, DeprecationWarning, None, 0),
           ('ignore', None, PendingDeprecationWarning, None, 0), ('ignore', None, ImportWarning, None, 0),
           ('ignore', None, ResourceWarning, None, 0)]


class WarningMessage:
    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')

    def __repr__(self):
        return f'<{type(self).__qualname__} {self}>'


def _format(msg):
    text = f'{msg.filename}:{msg.lineno}: {msg.category.__name__}: {msg.message}\n'
    line = msg.line
    if line is None:
        import linecache
        line = linecache.getline(msg.filename, msg.lineno)
    if line:
        text += f'  {line.strip()}\n'
    if msg.source is not None:
        text += f'{msg.category.__name__}: Enable tracemalloc to get the object allocation traceback\n'
    return text


def formatwarning(message, category, filename, lineno, line=None):
    return _format(WarningMessage(message, category, filename, lineno, None, line))


_formatwarning = formatwarning


def _show(msg):
    file = _sys.stderr if msg.file is None else msg.file
    if file is not None:
        if formatwarning is _formatwarning:
            text = _format(msg)
        else:
            text = formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
        try:
            file.write(text)
        except OSError:
            pass


def showwarning(message, category, filename, lineno, file=None, line=None):
    _show(WarningMessage(message, category, filename, lineno, file, line))


_showwarning = showwarning
_recording = None


def _showwarnmsg(msg):
    if showwarning is not _showwarning:
        showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
    elif _recording is not None:
        _recording.append(msg)
    else:
        _show(msg)


def _add(action, message, category, module, lineno, append):
    global _filters_version
    item = (action, message, category, module, lineno)
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_version += 1


def _check(action, lineno):
    if action not in ('error', 'ignore', 'always', 'all', 'default', 'module', 'once'):
        raise ValueError(f'invalid action: {action!r}')
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check(action, lineno)
    if not isinstance(message, str):
        raise TypeError('message must be a string')
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass')
    _add(action, _pattern(message, True), category, _pattern(module, False), lineno, append)


class _Prefix:
    """Stands for a pattern without special characters."""

    def __init__(self, text, whole):
        self.text, self.whole = text, whole

    def match(self, text):
        return text == self.text if self.whole else text.lower().startswith(self.text.lower())

    def __eq__(self, other):
        return isinstance(other, _Prefix) and (self.text, self.whole) == (other.text, other.whole)


def _pattern(text, is_message):
    if not text:
        return None
    if any([c in text for c in '.^$*+?{}[]\\|()']) and (is_message or text.replace('.', '').replace('_', '').isalnum() is False):
        try:
            import re
            return re.compile(text, re.I) if is_message else re.compile(text)
        except ImportError:
            pass
    return _Prefix(text, not is_message)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action, lineno)
    _add(action, None, category, None, lineno, append)


def resetwarnings():
    global _filters_version
    filters.clear()
    _filters_version += 1


class catch_warnings:
    """Restores the filters and showwarning() at the end of the block; with record=True the block's target is a list of what came."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return f'{type(self).__name__}({"record=True" if self._record else ""})'

    def __enter__(self):
        global filters, _filters_version, _recording, showwarning
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._saved = (filters, showwarning, _recording)
        filters = filters[:]
        _filters_version += 1
        log = None
        if self._record:
            log = _recording = []
            showwarning = _showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global filters, _filters_version, _recording, showwarning
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters, showwarning, _recording = self._saved
        _filters_version += 1


class deprecated:
    """Marks a class or function as deprecated: using it warns."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        msg, category, level = self.message, self.category, self.stacklevel
        arg.__deprecated__ = msg
        if category is None:
            return arg
        if isinstance(arg, type):
            original = arg.__new__

            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(msg, category=category, stacklevel=level + 1)
                if original is not object.__new__:
                    return original(cls, *args, **kwargs)
                if cls.__init__ is object.__init__ and (args or kwargs):
                    raise TypeError(f'{cls.__name__}() takes no arguments')
                return original(cls)
            arg.__new__ = staticmethod(__new__)
            return arg
        import functools

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(msg, category=category, stacklevel=level + 1)
            return arg(*args, **kwargs)
        wrapper.__deprecated__ = msg
        return wrapper
