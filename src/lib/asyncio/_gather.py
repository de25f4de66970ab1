"""asyncio.gather"""

__name__ = 'asyncio.tasks'
from _asyncio import (CancelledError, Future, _get_running_loop, current_task, future_add_to_awaited_by,
                      future_discard_from_awaited_by, get_event_loop)
from asyncio._ensure import _loop_of, ensure_future


class _GatheringFuture(Future):
    """What gather() answers: to cancel it is to cancel its children, and to wait for their end."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    """Runs awaitables side by side; the future of the list of their results, in their order."""
    if not coros_or_futures:
        outer = get_event_loop().create_future()
        outer.set_result([])
        return outer
    loop = _get_running_loop()
    waiter = current_task(loop) if loop is not None else None

    def _done_callback(fut, cur_task=waiter):
        nonlocal finished
        finished += 1
        if waiter is not None:
            future_discard_from_awaited_by(fut, waiter)
        if outer is None or outer.done():
            if not fut.cancelled():
                fut.exception()  # has been asked for
        elif not return_exceptions and fut.cancelled():
            outer.set_exception(fut._make_cancelled_error())
        elif not return_exceptions and (exc := fut.exception()) is not None:
            outer.set_exception(exc)
        elif finished == count:
            results = []
            for fut in children:
                if fut.cancelled():
                    results.append(CancelledError('' if fut._cancel_message is None else fut._cancel_message))
                else:
                    exc = fut.exception()
                    results.append(fut.result() if exc is None else exc)
            if outer._cancel_requested:
                outer.set_exception(fut._make_cancelled_error())
            else:
                outer.set_result(results)

    known = {}
    children = []
    done = []
    count = finished = 0
    outer = None
    for arg in coros_or_futures:
        if arg in known:
            fut = known[arg]
        else:
            fut = ensure_future(arg, loop=loop)
            if loop is None:
                loop = _loop_of(fut)
            if fut is not arg:
                fut._log_destroy_pending = False
            count += 1
            known[arg] = fut
            if fut.done():
                done.append(fut)
            else:
                if waiter is not None:
                    future_add_to_awaited_by(fut, waiter)
                fut.add_done_callback(_done_callback)
        children.append(fut)
    outer = _GatheringFuture(children, loop=loop)
    for fut in done:
        _done_callback(fut)
    return outer
