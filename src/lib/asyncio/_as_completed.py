"""asyncio.as_completed"""

__name__ = 'asyncio.tasks'
from _asyncio import get_event_loop
from asyncio._ensure import ensure_future
from asyncio.queues import Queue


class _AsCompletedIterator:
    """Futures in the order in which they are done: as they are by `async for`, as coroutines of their results by `for`."""

    def __init__(self, aws, timeout):
        self._done = Queue()
        self._timer = None
        loop = get_event_loop()
        # As keys, in the order in which they came.
        self._todo = dict.fromkeys([ensure_future(aw, loop=loop) for aw in dict.fromkeys(aws)])
        for f in self._todo:
            f.add_done_callback(self._handle_completion)
        if self._todo and timeout is not None:
            self._timer = loop.call_later(timeout, self._handle_timeout)
        self._left = len(self._todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):
        for f in self._todo:
            f.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, f):
        if not self._todo:
            return
        del self._todo[f]
        self._done.put_nowait(f)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    async def _wait_for_one(self, resolve=False):
        f = await self._done.get()
        if f is None:
            raise TimeoutError
        return f.result() if resolve else f


def as_completed(fs, *, timeout=None):
    """Awaitables one after the other, in the order in which they are done."""
    if hasattr(type(fs), '__await__'):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)
