"""What the event loop in C (src/loop) hands over: whatever shows, compares or calls objects of a program, and what is rare."""

Future, Task, Handle, TimerHandle = _asyncio_types()
WAKEUP = 'Task.task_wakeup()'
STOP = '_run_until_complete_cb() at /usr/lib/python3.14/asyncio/base_events.py:181'


def not_for_you(*args):
    raise RuntimeError("this callback is the event loop's own")


# ---------------------------------------------------------------------------------------------------- futures


def set_exception(self, exception):
    made = exception()
    if not isinstance(made, BaseException):
        raise TypeError("invalid exception object")
    self.set_exception(made)


def remove_done_callback(self, fn):
    callbacks = [callback for callback, context in self._callbacks or () if context is not None]
    kept = [callback for callback in callbacks if callback != fn]
    _future_keep_callbacks(self, kept)
    return len(callbacks) - len(kept)


def iter_throw(self, type, value=None, traceback=None):
    if value is None:
        value = type()
    elif not isinstance(value, type):
        value = type(*value) if isinstance(value, tuple) else type(value)
    self.throw(value)


def isfuture(obj):
    return hasattr(obj.__class__, '_asyncio_future_blocking') and obj._asyncio_future_blocking is not None


def add_to_awaited_by(fut, waiter):
    if isinstance(waiter, Future) and isinstance(fut, Future):
        waiters = fut._asyncio_awaited_by
        if waiters is None:
            _future_set_awaited_by(fut, {waiter})
        else:
            waiters.add(waiter)


def discard_from_awaited_by(fut, waiter):
    if isinstance(waiter, Future) and isinstance(fut, Future) and fut._asyncio_awaited_by is not None:
        fut._asyncio_awaited_by.discard(waiter)


# ---------------------------------------------------------------------------------------------------- tasks


def task_init(self, coro, loop=None, name=None, context=None, eager_start=False):
    Task.__init__(self, coro, loop=loop, name=None if name is None else str(name), context=context,
                  eager_start=bool(eager_start))


def task_set_name(self, value):
    self.set_name(str(value))


def task_cancel(self, msg=None):
    if not _task_count_cancel(self):
        return False
    waiter = self._fut_waiter
    if waiter is None or not waiter.cancel(msg=msg):
        _task_must_cancel(self, True, msg)
    return True


def cancel_waiter(task, waiter):
    if waiter.cancel(msg=task._cancel_message):
        _task_must_cancel(task, False, None)


def wakeup(task, future):
    """The future that a task waited for is done, and its class answers for itself."""
    try:
        future.result()
    except BaseException as e:
        _task_step(task, e)
    else:
        _task_step(task, None)


def task_yielded(task, result):
    """The coroutine of a task has yielded something that is no future of ours, or a future that it must not wait for."""
    blocking = getattr(result, '_asyncio_future_blocking', None)
    if result is task:
        error = f"Task cannot await on itself: {task!r}"
    elif blocking is not None:
        loop = result.get_loop() if hasattr(result, 'get_loop') else result._loop
        if loop is not task.get_loop():
            error = f"Task {task!r} got Future {result!r} attached to a different loop"
        elif not blocking:
            error = f"yield was used instead of yield from in task {task!r} with {result!r}"
        else:
            result._asyncio_future_blocking = False
            result.add_done_callback(lambda future: wakeup(task, future), context=task.get_context())
            _task_set_waiter(task, result)
            if task._must_cancel:
                cancel_waiter(task, result)
            return
    elif type(result) is generator:
        error = f"yield was used instead of yield from for generator in task {task!r} with {result!r}"
    else:
        error = f"Task got bad yield: {result!r}"
    _task_step_soon(task, RuntimeError(error))


generator = type(i for i in ())


def all_tasks(loop=None):
    return set(_loop_tasks(loop))


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
    if file is None:
        import sys
        file = sys.stderr
    frames = self.get_stack(limit=limit)
    exception = self._exception
    if not frames:
        print(f'No stack for {self!r}', file=file)
    else:
        print(f'{"Stack" if exception is None else "Traceback"} for {self!r} (most recent call last):', file=file)
    text = _prelude('_traceback.frame_text')
    for frame in frames:
        code = frame.f_code
        print(text(code.co_filename, frame.f_lineno, code.co_name, code, frame.f_lasti // 2), file=file, end='')
    if exception is not None:
        for line in _prelude('_traceback.last_texts')(exception):
            print(line, file=file, end='')


# ---------------------------------------------------------------------------------------------------- how things are shown

showing = []


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


# ---------------------------------------------------------------------------------------------------- exception handlers


def dropped(self):
    """Nobody has a future any more: is there something that somebody should have known?"""
    loop = self._loop
    if loop is None:
        return
    if isinstance(self, Task) and self._state == 'PENDING' and self._log_destroy_pending:
        self._log_destroy_pending = False
        loop.call_exception_handler({'task': self, 'message': 'Task was destroyed but it is pending!'})
    if self._log_traceback:
        self._log_traceback = False
        loop.call_exception_handler({'message': f'{type(self).__name__} exception was never retrieved',
                                     'exception': self._exception, 'future': self})


def callback_failed(loop, what, arg, exception):
    if isinstance(what, Task):
        text = STEP if arg is None else WAKEUP
        handle = Shown(f'<Handle {text}>')
    else:
        handle = what if isinstance(what, Handle) else Handle(what, (arg,), loop)
        text = callback_text(handle._callback, handle._args, loop.get_debug())
    try:
        raise exception  # being handled, it is the context of whatever the handler raises
    except BaseException:
        loop.call_exception_handler({'message': f'Exception in callback {text}', 'exception': exception, 'handle': handle})


STEP = '<_asyncio.TaskStepMethWrapper object>()'


class Shown:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


def log(message, exception):
    """logging's last resort: what an unconfigured logger prints of an error. A program that imports logging gets it there."""
    import sys
    logging = sys.modules.get('logging')
    if logging is not None:
        info = (type(exception), exception, exception.__traceback__) if exception is not None else False
        logging.getLogger('asyncio').error(message, exc_info=info)
        return
    if exception is not None:
        message += '\n' + ''.join(_prelude('_traceback.exception_texts')(exception)).rstrip('\n')
    print(message, file=sys.stderr)


def default_exception_handler(self, context):
    lines = [context.get('message') or 'Unhandled exception in event loop']
    for key in sorted(context):
        if key != 'message' and key != 'exception':
            lines.append(f'{key}: {context[key]!r}')
    log('\n'.join(lines), context.get('exception'))


def call_exception_handler(self, context):
    handler = self.get_exception_handler()
    if handler is None:
        try:
            self.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            log('Exception in default exception handler', e)
        return
    try:
        thing = context.get('task')
        if thing is None:
            thing = context.get('future')
        if thing is None:
            thing = context.get('handle')
        run_in = thing.get_context() if thing is not None and hasattr(thing, 'get_context') else None
        if run_in is not None and hasattr(run_in, 'run'):
            run_in.run(handler, self, context)
        else:
            handler(self, context)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as e:
        try:
            self.default_exception_handler({'message': 'Unhandled error in exception handler', 'exception': e, 'context': context})
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            log('Exception in default exception handler while handling an unexpected error in custom exception handler', e)


# ---------------------------------------------------------------------------------------------------- loops


async def await_it(awaitable):
    return await awaitable


def run_until_complete(self, future):
    """What is no future and no plain coroutine."""
    new = not isfuture(future)
    if new:
        if _iscoroutine(future):
            task = self.create_task(future)
        elif hasattr(type(future), '__await__'):
            task = self.create_task(await_it(future))
        else:
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        if isinstance(task, Task):
            task._log_destroy_pending = False
            return _loop_run(self, task)
        future = task
    future.add_done_callback(lambda future: self.stop())
    self.run_forever()
    if not future.done():
        raise RuntimeError('Event loop stopped before Future completed.')
    return future.result()


def check_callback(self, callback, method):
    if self.get_debug():
        if _iscoroutine(callback) or getattr(getattr(callback, '__code__', None), 'co_flags', 0) & 128:
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f'a callable object was expected by {method}(), got {callback!r}')


def call_soon(self, callback, args=(), context=None):
    check_callback(self, callback, 'call_soon')
    return _loop_call_soon(self, callback, args, context)


def call_soon_threadsafe(self, callback, args=(), context=None):
    check_callback(self, callback, 'call_soon_threadsafe')
    return _loop_call_soon(self, callback, args, context)


def call_at(self, when, callback, args=(), context=None):
    check_callback(self, callback, 'call_at')
    return _loop_call_at(self, when, callback, args, context)


def call_later(self, delay, callback, args=(), context=None):
    return call_at(self, self.time() + delay, callback, args, context)


async def shutdown_asyncgens(self):
    generators = _loop_take_asyncgens(self)
    if not generators:
        return
    from asyncio import gather
    results = await gather(*[generator.aclose() for generator in generators], return_exceptions=True)
    for result, generator in zip(results, generators):
        if isinstance(result, Exception):
            self.call_exception_handler({'message': f'an error occurred during closing of asynchronous generator {generator!r}',
                                         'exception': result, 'asyncgen': generator})


async def shutdown_default_executor(self, timeout=None):
    executor = _loop_executor(self, True)
    if executor is not None:
        executor.shutdown(wait=True)


def run_in_executor(self, executor, func, args=()):
    """There are no threads: the function is called by the loop, in its turn."""
    if executor is None:
        executor = _loop_executor(self, False)
    if executor is not None:
        from asyncio import wrap_future
        return wrap_future(executor.submit(func, *args), loop=self)
    future = self.create_future()

    def call():
        if future.cancelled():
            return
        try:
            result = func(*args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            if not future.done():
                future.set_exception(e)
        else:
            if not future.done():
                future.set_result(result)

    self.call_soon(call)
    return future


def sleep(delay, result):
    """A delay that is no plain number."""
    loop = _running_loop()
    future = loop.create_future()
    return future, loop.call_later(delay, lambda: future.cancelled() or future.set_result(result))
