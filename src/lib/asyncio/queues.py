"""Queues between tasks"""

from asyncio._deque import deque
from asyncio._mixin import _LoopBoundMixin

__all__ = 'Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown'


class QueueEmpty(Exception):
    """get_nowait() from an empty queue."""


class QueueFull(Exception):
    """put_nowait() into a full queue."""


class QueueShutDown(Exception):
    """put() or get() after shutdown()."""


class Queue(_LoopBoundMixin):
    """First in, first out; put() waits while there are maxsize items, unless that is 0."""

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = []
        self._putters = []
        self._unfinished_tasks = 0
        self._joiners = []
        self._init(maxsize)
        self._is_shutdown = False

    # Subclasses may define these three.

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def _format(self):
        result = f'maxsize={self._maxsize!r}'
        if getattr(self, '_queue', None):
            result += f' _queue={list(self._queue)!r}'
        if self._getters:
            result += f' _getters[{len(self._getters)}]'
        if self._putters:
            result += f' _putters[{len(self._putters)}]'
        if self._unfinished_tasks:
            result += f' tasks={self._unfinished_tasks}'
        if self._is_shutdown:
            result += ' shutdown'
        return result

    def qsize(self):
        """How many items it holds."""
        return len(self._queue)

    @property
    def maxsize(self):
        """How many items it can hold; 0: any number."""
        return self._maxsize

    def empty(self):
        """Is it empty?"""
        return not self._queue

    def full(self):
        """Does it hold maxsize items?"""
        return False if self._maxsize <= 0 else self.qsize() >= self._maxsize

    async def put(self, item):
        """Waits for room, and puts an item in."""
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            await self._wait_in(self._putters, self.full)
        return self.put_nowait(item)

    async def get(self):
        """Waits for an item, and takes it out."""
        while self.empty():
            if self._is_shutdown and self.empty():
                raise QueueShutDown
            await self._wait_in(self._getters, self.empty)
        return self.get_nowait()

    async def _wait_in(self, waiters, blocked):
        waiter = self._get_loop().create_future()
        waiters.append(waiter)
        try:
            await waiter
        except:
            waiter.cancel()
            try:
                waiters.remove(waiter)
            except ValueError:
                pass  # woken already
            if not blocked() and not waiter.cancelled():
                _wake_next(waiters)  # the turn goes to the next one
            raise

    def put_nowait(self, item):
        """Puts an item in; QueueFull when there is no room."""
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        _wake_next(self._getters)

    def get_nowait(self):
        """Takes an item out; QueueEmpty when there is none."""
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        _wake_next(self._putters)
        return item

    def task_done(self):
        """An item taken out has been dealt with."""
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finish()

    def _finish(self):
        for waiter in self._joiners:
            if not waiter.done():
                waiter.set_result(True)

    async def join(self):
        """Waits until every item has been dealt with."""
        if self._unfinished_tasks > 0:
            waiter = self._get_loop().create_future()
            self._joiners.append(waiter)
            try:
                await waiter
            finally:
                self._joiners.remove(waiter)

    def shutdown(self, immediate=False):
        """put() raises QueueShutDown from now on; get() too, when the queue is empty, or at once with `immediate`."""
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._finish()
        for waiters in self._getters, self._putters:
            while waiters:
                waiter = waiters.pop(0)
                if not waiter.done():
                    waiter.set_result(None)


def _wake_next(waiters):
    while waiters:
        waiter = waiters.pop(0)
        if not waiter.done():
            waiter.set_result(None)
            break


class PriorityQueue(Queue):
    """The smallest item comes first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        from heapq import heappush
        heappush(self._queue, item)

    def _get(self):
        from heapq import heappop
        return heappop(self._queue)


class LifoQueue(Queue):
    """The last item in is the first one out."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
