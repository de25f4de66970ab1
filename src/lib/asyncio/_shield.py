"""asyncio.shield"""

__name__ = 'asyncio.tasks'
from _asyncio import current_task, future_add_to_awaited_by, future_discard_from_awaited_by
from asyncio._ensure import _loop_of, ensure_future


def _log_on_exception(fut):
    if fut.cancelled() or (exc := fut.exception()) is None:
        return
    _loop_of(fut).call_exception_handler({'message': f'{type(exc).__name__} exception in shielded future',
                                          'exception': exc, 'future': fut})


def shield(arg):
    """Waits for arg, but is not a way to cancel it."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = _loop_of(inner)
    outer = loop.create_future()
    waiter = current_task(loop) if loop is not None else None
    if waiter is not None:
        future_add_to_awaited_by(inner, waiter)

    def _clear_awaited_by_callback(inner):
        future_discard_from_awaited_by(inner, waiter)

    def _inner_done_callback(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        elif (exc := inner.exception()) is not None:
            outer.set_exception(exc)
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)
            inner.remove_done_callback(_log_on_exception)
            inner.add_done_callback(_log_on_exception)

    if waiter is not None:
        inner.add_done_callback(_clear_awaited_by_callback)
    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer
