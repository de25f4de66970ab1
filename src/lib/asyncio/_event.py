"""asyncio.Event"""

__name__ = 'asyncio.locks'
from asyncio._mixin import _LoopBoundMixin


class Event(_LoopBoundMixin):
    """A flag to wait for."""

    def __init__(self):
        self._waiters = []
        self._value = False

    def __repr__(self):
        return self._shown('set' if self._value else 'unset')

    def is_set(self):
        """Is the flag up?"""
        return self._value

    def set(self):
        """Raises the flag: all who wait go on."""
        if not self._value:
            self._value = True
            for fut in self._waiters:
                if not fut.done():
                    fut.set_result(True)

    def clear(self):
        """Takes the flag down."""
        self._value = False

    async def wait(self):
        """Waits until the flag is up."""
        if self._value:
            return True
        fut = self._get_loop().create_future()
        self._waiters.append(fut)
        try:
            await fut
            return True
        finally:
            self._waiters.remove(fut)
