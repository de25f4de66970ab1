"""asyncio.Lock"""

__name__ = 'asyncio.locks'
from _asyncio import CancelledError
from asyncio._mixin import _ContextManagerMixin, _LoopBoundMixin


class Lock(_ContextManagerMixin, _LoopBoundMixin):
    """A lock; those who wait get it in the order in which they came."""

    def __init__(self):
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return self._shown('locked' if self._locked else 'unlocked')

    def locked(self):
        """Does somebody hold it?"""
        return self._locked

    async def acquire(self):
        """Waits until it is free, and takes it."""
        if not self._locked and (self._waiters is None or all([w.cancelled() for w in self._waiters])):
            self._locked = True
            return True
        if self._waiters is None:
            self._waiters = []
        fut = self._get_loop().create_future()
        self._waiters.append(fut)
        try:
            try:
                await fut
            finally:
                self._waiters.remove(fut)
        except CancelledError:
            if not self._locked:
                self._wake_up_first()
            raise
        self._locked = True
        return True

    def release(self):
        """Gives it back; the first who waits gets it."""
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        self._wake_up_first()

    def _wake_up_first(self):
        if self._waiters:
            fut = self._waiters[0]
            if not fut.done():
                fut.set_result(True)
