"""asyncio.wait_for"""

__name__ = 'asyncio.tasks'
from _asyncio import CancelledError, get_running_loop
from asyncio._ensure import ensure_future
from asyncio.timeouts import timeout as _timeout


async def wait_for(fut, timeout):
    """Waits for an awaitable, which is cancelled when it takes longer than timeout seconds."""
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as exc:
            raise TimeoutError from exc
    async with _timeout(timeout):
        return await fut


async def _cancel_and_wait(fut):
    waiter = get_running_loop().create_future()

    def release(fut):
        if not waiter.done():
            waiter.set_result(None)

    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter  # not fut itself: this can be cancelled, whatever fut does
    finally:
        fut.remove_done_callback(release)
