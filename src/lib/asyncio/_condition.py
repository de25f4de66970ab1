"""asyncio.Condition"""

__name__ = 'asyncio.locks'
from _asyncio import CancelledError
from asyncio._lock import Lock
from asyncio._mixin import _ContextManagerMixin, _LoopBoundMixin


class Condition(_ContextManagerMixin, _LoopBoundMixin):
    """A lock whose holder can wait for others to say that something has changed."""

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = []

    def __repr__(self):
        return self._shown('locked' if self.locked() else 'unlocked')

    async def wait(self):
        """Gives the lock up until notified, and takes it again."""
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        fut = self._get_loop().create_future()
        self.release()
        try:
            try:
                self._waiters.append(fut)
                try:
                    await fut
                    return True
                finally:
                    self._waiters.remove(fut)
            finally:
                # The lock must be held again, however often that is cancelled.
                error = None
                while True:
                    try:
                        await self.acquire()
                        break
                    except CancelledError as e:
                        error = e
                if error is not None:
                    try:
                        raise error
                    finally:
                        error = None
        except BaseException:
            self._notify(1)  # this notification may have been meant for another
            raise

    async def wait_for(self, predicate):
        """Waits until predicate() is true."""
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes n of those who wait."""
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        self._notify(n)

    def _notify(self, n):
        woken = 0
        for fut in self._waiters:
            if woken >= n:
                break
            if not fut.done():
                woken += 1
                fut.set_result(False)

    def notify_all(self):
        """Wakes all who wait."""
        self.notify(len(self._waiters))
