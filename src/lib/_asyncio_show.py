"""How futures, tasks and handles are shown."""

Future, Task, Handle, TimerHandle = _asyncio_types()
WAKEUP = 'Task.task_wakeup()'
STOP = '_run_until_complete_cb() at /usr/lib/python3.14/asyncio/base_events.py:181'
showing = []  # what is being shown now: "..." inside itself


def shorten(value, level=6):
    """reprlib.repr: a repr of bounded length and depth."""
    kind = type(value)
    if kind is str:
        text = repr(value[:30])
        if len(text) <= 30 and len(value) <= 30:
            return text
        text = repr(value[:12] + value[-13:])
        return text[:12] + '...' + text[-15:] if len(text) > 30 or len(value) > 30 else text
    if kind is int:
        text = repr(value)
        return text if len(text) <= 40 else text[:18] + '...' + text[-19:]
    if kind in LIMITS:
        left, right, most = LIMITS[kind]
        if not value:
            return repr(value) if kind is not frozenset else 'frozenset()'
        if level <= 0:
            return left + '...' + right
        items = sorted_if_possible(value) if kind in (set, frozenset, dict) else value
        parts = []
        for item in items:
            if len(parts) == most:
                parts.append('...')
                break
            text = shorten(item, level - 1)
            parts.append(f'{text}: {shorten(value[item], level - 1)}' if kind is dict else text)
        if kind is tuple and len(value) == 1:
            right = ',)'
        return left + ', '.join(parts) + right
    try:
        text = repr(value)
    except Exception:
        return f'<{kind.__name__} instance at {id(value):#x}>'
    return text if len(text) <= 30 else text[:12] + '...' + text[-15:]


LIMITS = {list: ('[', ']', 6), tuple: ('(', ')', 6), set: ('{', '}', 6), frozenset: ('frozenset({', '})', 6), dict: ('{', '}', 4)}


def sorted_if_possible(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


def callback_text(callback, args=(), debug=False):
    suffix = ''
    func = callback
    while hasattr(func, 'func') and type(func).__name__ == 'partial':
        if debug:
            suffix = args_text(args, {}) + suffix
            args = func.args
        else:
            suffix += '()'
        func = func.func
    name = getattr(func, '__qualname__', None) or getattr(func, '__name__', None)
    if name == 'Task.task_wakeup':
        return WAKEUP
    if name == '_run_until_complete_cb' and not hasattr(func, '__code__'):
        return STOP
    text = (name or repr(func)) + (args_text(args, {}) if debug else '()') + suffix
    while hasattr(func, '__wrapped__'):
        func = func.__wrapped__
    code = getattr(func, '__code__', None)
    if code is not None and not hasattr(func, '__self__'):
        text += f' at {code.co_filename}:{code.co_firstlineno}'
    return text


def args_text(args, kwargs):
    return '(' + ', '.join([shorten(arg) for arg in args or ()]) + ')'


def future_info(self):
    state = self._state.lower()
    info = [state]
    if state == 'finished':
        if self._exception is not None:
            info.append(f'exception={self._exception!r}')
        else:
            info.append(f'result={shorten(self._result)}')
    callbacks = self._callbacks
    if callbacks:
        text = callback_text(callbacks[0][0])
        if len(callbacks) == 2:
            text += ', ' + callback_text(callbacks[1][0])
        elif len(callbacks) > 2:
            text += f', <{len(callbacks) - 2} more>, ' + callback_text(callbacks[-1][0])
        info.append(f'cb=[{text}]')
    calls = getattr(self, '_source_traceback', None)
    if calls:
        info.append(f'created at {calls[0][0]}:{calls[0][1]}')
    return info


def coroutine_text(coro):
    name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None) or \
        f'<{type(coro).__name__} without __name__>'
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    if not code:
        running = getattr(coro, 'cr_running', None) or getattr(coro, 'gi_running', None)
        return f'{name}() running' if running else f'{name}()'
    frame = getattr(coro, 'gi_frame', None) or getattr(coro, 'cr_frame', None)
    if frame is not None:
        return f'{name}() running at {code.co_filename}:{frame.f_lineno}'
    return f'{name}() done, defined at {code.co_filename}:{code.co_firstlineno}'


def shown(self, info):
    """<Name info>, but … for what is being shown already."""
    for other in showing:
        if other is self:
            return '...'
    showing.append(self)
    try:
        return f"<{type(self).__name__} {' '.join(info(self))}>"
    finally:
        showing.remove(self)


def future_repr(self):
    if self._loop is None:
        raise RuntimeError("Future object is not initialized.")
    return shown(self, future_info)


def task_info(self):
    info = future_info(self)
    if info[0] == 'pending' and self.cancelling():
        info[0] = 'cancelling'
    more = [f'name={self.get_name()!r}']
    if self._coro is not None:
        more.append(f'coro=<{coroutine_text(self._coro)}>')
    if self._fut_waiter is not None:
        more.append(f'wait_for={self._fut_waiter!r}')
    info[1:1] = more
    return info


def task_repr(self):
    return shown(self, task_info)


def handle_repr(self):
    info = [type(self).__name__]
    if self._cancelled:
        info.append('cancelled')
    if isinstance(self, TimerHandle):
        info.append(f'when={self._when}')
    if not self._cancelled:
        info.append(callback_text(self._callback, self._args, self._loop.get_debug()))
    return f"<{' '.join(info)}>"


# ---------------------------------------------------------------------------------------------------- stacks


def task_get_stack(self, limit=None):
    coro = self._coro
    frames = []
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    if frame is not None:
        while frame is not None and (limit is None or len(frames) < limit):
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif self._exception is not None:
        entry = self._exception.__traceback__
        while entry is not None and (limit is None or len(frames) < limit):
            frames.append(entry.tb_frame)
            entry = entry.tb_next
    return frames


def task_print_stack(self, limit=None, file=None):
    frames = self.get_stack(limit=limit)
    exception = self._exception
    if not frames:
        print(f'No stack for {self!r}', file=file)
    else:
        print(f'{"Stack" if exception is None else "Traceback"} for {self!r} (most recent call last):', file=file)
    import sys
    text = _prelude('_traceback.frame_text')
    for frame in frames:  # without a file these go to another stream than the rest, as CPython has it
        code = frame.f_code
        print(text(code.co_filename, frame.f_lineno, code.co_name, code, -1), file=file or sys.stderr, end='')
    if exception is not None:
        for line in _prelude('_traceback.last_texts')(exception):
            print(line, file=file, end='')
