"""Tracebacks as text. The work is in the engine's own printer of uncaught exceptions (_traceback.py)."""

import sys as _sys
from _engine import prelude as _prelude

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack', 'format_tb',
           'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames', 'FrameSummary',
           'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_entries, _stack_texts, _one_text = _prelude('_traceback.entries'), _prelude('_traceback.stack_texts'), _prelude('_traceback.summary_text')
_sentinel = object()


class FrameSummary:
    """One entry of a stack."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals', '_code', '_place')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno, self.end_colno = colno, end_colno
        self._line = line
        self._code = self._place = None
        self.locals = None if locals is None else {k: _safe_repr(v) for k, v in locals.items()}

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            import linecache
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def __len__(self):
        return 4


def _safe_repr(value):
    try:
        return repr(value)
    except Exception:
        return f'<local repr() failed>'


def walk_stack(f):
    """(frame, line number) for each frame from f outwards."""
    if f is None:
        f = _sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _make(filename, lineno, name, code, place, frame, capture_locals=False):
    position = _position(code, place)
    if position is None or position[0] != lineno:
        position = (lineno, None, None, None)
    made = FrameSummary(filename, lineno, name, locals=frame.f_locals if capture_locals else None, end_lineno=position[1],
                        colno=position[2], end_colno=position[3], line=_line_of(code, lineno))
    made._code, made._place = code, place
    return made


_position, _line_of = _prelude('_traceback.position'), _prelude('_traceback.line_of')


def _limited(rows, limit):
    if limit is None:
        limit = getattr(_sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return rows
    return rows[:limit] if limit >= 0 else rows[limit:]


class StackSummary(list):
    """A list of FrameSummary."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        rows = _limited([(f.f_code.co_filename, lineno, f.f_code.co_name, f.f_code, -1, f) for f, lineno in frame_gen], limit)
        return klass([_make(*row, capture_locals) for row in rows])

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for frame in a_list:
            result.append(frame if isinstance(frame, FrameSummary) else FrameSummary(*frame[:3], line=frame[3]))
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        return _one_text(frame_summary)

    def format(self, **kwargs):
        return _prelude('_traceback.summary_texts')(self)


def _from_tb(tb, limit=None, capture_locals=False):
    return StackSummary([_make(*row, capture_locals) for row in _limited(_entries(tb), limit)])


def extract_tb(tb, limit=None):
    return _from_tb(tb, limit)


def _stack_of(f, limit):
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def extract_stack(f=None, limit=None):
    return _stack_of(_sys._getframe(1) if f is None else f, limit)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    for item in format_list(extracted_list):
        print(item, file=_sys.stderr if file is None else file, end='')


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    return _stack_of(_sys._getframe(1) if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(_stack_of(_sys._getframe(1) if f is None else f, limit), file)


def _parse(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError('Both or neither of value and tb must be given')
    if value is tb is _sentinel:
        if exc is not None:
            if isinstance(exc, BaseException):
                return exc, exc.__traceback__
            raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
        return None, None
    return value, tb


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    value, tb = _parse(exc, value, tb)
    if value is None:
        return ['NoneType: None\n']
    return list(TracebackException(type(value), value, tb, limit=limit).format(chain=chain))


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    value, tb = _parse(exc, value, tb)
    text = 'NoneType: None\n' if value is None else ''.join(TracebackException(type(value), value, tb, limit=limit).format(chain=chain))
    print(text, file=_sys.stderr if file is None else file, end='')


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    if value is _sentinel:
        value = exc
    if value is None:
        return ['NoneType: None\n']
    return list(TracebackException(type(value), value, None).format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    print_exception(_sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(_sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(_sys, 'last_exc') and not hasattr(_sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(_sys.last_exc, limit=limit, file=file, chain=chain)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


class TracebackException:
    """An exception, kept for being shown later: its texts are made at once, so that it holds no frames."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self.stack = _from_tb(exc_traceback, limit, capture_locals)
        self._has_tb = exc_traceback is not None
        self.exc_type = exc_type
        self._last = _prelude('_traceback.last_texts')(exc_value, exc_traceback)
        self._str = _prelude('_traceback.text_of')(exc_value)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        if isinstance(exc_value, SyntaxError):
            for name in ('filename', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name))
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)

        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        if _seen is None:
            def make(e):
                return TracebackException(type(e), e, e.__traceback__, limit=limit, capture_locals=capture_locals, _seen=True,
                                          max_group_width=max_group_width, max_group_depth=max_group_depth)
            _prelude('_traceback.linked')(self, exc_value, make, compact)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type_str(self):
        if self.exc_type is None:
            return None
        module = self.exc_type.__module__
        name = self.exc_type.__qualname__
        return name if module in ('__main__', 'builtins') else f'{module}.{name}'

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    __hash__ = None

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        indent = 3 * _depth * ' '
        for text in self._last:
            yield ''.join([indent + line for line in text.splitlines(True)]) if indent else text
        if show_group and self.exceptions:
            for e in self.exceptions:
                yield from e.format_exception_only(show_group=show_group, _depth=_depth + 1)

    def format(self, *, chain=True, **kwargs):
        return iter(_prelude('_traceback.format_kept')(self, chain))

    def print(self, *, file=None, chain=True, **kwargs):
        for line in self.format(chain=chain):
            print(line, file=_sys.stderr if file is None else file, end='')
