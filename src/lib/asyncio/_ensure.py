"""asyncio.ensure_future and its kin"""

__name__ = 'asyncio.tasks'
from _asyncio import get_event_loop, iscoroutine, isfuture


async def _wrap_awaitable(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """A future as it is; a coroutine or another awaitable as a task."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not _loop_of(coro_or_future):
            raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
        return coro_or_future
    close = True
    if not iscoroutine(coro_or_future):
        if not hasattr(type(coro_or_future), '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro_or_future = _wrap_awaitable(coro_or_future)
        close = False
    if loop is None:
        loop = get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if close:
            coro_or_future.close()
        raise


def _loop_of(future):
    return future.get_loop() if hasattr(future, 'get_loop') else future._loop


def wrap_future(future, *, loop=None):
    """A future of concurrent.futures as one of asyncio."""
    if isfuture(future):
        return future
    try:
        from concurrent.futures import Future
    except ImportError:
        Future = ()
    assert isinstance(future, Future), f'concurrent.futures.Future is expected, got {future!r}'
    if loop is None:
        loop = get_event_loop()
    made = loop.create_future()

    def finish(future):
        if made.done():
            return
        if future.cancelled():
            made.cancel()
        elif (exception := future.exception()) is not None:
            made.set_exception(exception)
        else:
            made.set_result(future.result())

    made.add_done_callback(lambda made: future.cancel() if made.cancelled() else None)
    future.add_done_callback(lambda future: loop.call_soon_threadsafe(finish, future))
    return made


def run_coroutine_threadsafe(coro, loop):
    """Hands a coroutine to a loop of another thread."""
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    coro.close()
    raise NotImplementedError("run_coroutine_threadsafe() needs threads, which are not available here")
