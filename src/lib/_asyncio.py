"""What the event loop in C (src/loop) hands over: whatever compares or calls objects of a program, and what is rare. How
things are shown is in _asyncio_show.py, what is reported in _asyncio_report.py."""

Future, Task, Handle, TimerHandle = _asyncio_types()


def stop_loop(future):
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


# ---------------------------------------------------------------------------------------------------- tasks


def not_a_coroutine(coro):
    raise TypeError(f"a coroutine was expected, got {coro!r}")


def task_init(self, coro, loop=None, name=None, context=None, eager_start=False):
    if not _iscoroutine(coro):
        not_a_coroutine(coro)
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
            result.add_done_callback(_task_wakeup(task), context=task.get_context())
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


# ---------------------------------------------------------------------------------------------------- loops


async def await_it(awaitable):
    return await awaitable


def run_until_complete(self, future):
    """What is no future and no plain coroutine; or the loop can not run now."""
    if not _loop_can_run(self):
        from asyncio._refuse import run_until_complete
        run_until_complete(_loop_check, self, future)
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


def create_task(coro, kwargs=None):
    from asyncio import get_event_loop, _get_running_loop
    if _get_running_loop() is None:
        from asyncio._refuse import create_task
        create_task(_running_loop, coro, kwargs)
    task = get_event_loop().create_task(coro, **(kwargs or {}))
    calls = getattr(task, '_source_traceback', None)
    if calls:  # in debug mode; CPython's own function is Python code
        task._source_traceback = (('/usr/lib/python3.14/asyncio/tasks.py', 395, 'create_task'), *calls)
    return task


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


def run_in_executor(self, executor, func, args=()):
    if executor is None:
        executor = _loop_executor(self, False)
        if executor is None:
            return _loop_run_beside(self, func, args)
    from asyncio import wrap_future
    return wrap_future(executor.submit(func, *args), loop=self)


def sleep(delay, result):
    """A delay that is no plain number."""
    loop = _running_loop()
    future = loop.create_future()
    return future, loop.call_later(delay, lambda: future.cancelled() or future.set_result(result))
