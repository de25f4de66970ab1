"""asyncio.Barrier"""

__name__ = 'asyncio.locks'
from asyncio._condition import Condition
from asyncio._mixin import _LoopBoundMixin
from asyncio.exceptions import BrokenBarrierError


class Barrier(_LoopBoundMixin):
    """Tasks wait until there are `parties` of them, and then go on together."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be >= 1')
        self._cond = Condition()
        self._parties = parties
        self._state = 'filling'  # draining, resetting, broken
        self._count = 0

    def __repr__(self):
        state = self._state
        if state != 'broken':
            state += f', waiters:{self.n_waiting}/{self._parties}'
        return f'<{object.__repr__(self)[1:-1]} [{state}]>'

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        """Waits for the others; answers which one this was."""
        async with self._cond:
            await self._cond.wait_for(lambda: self._state != 'draining' and self._state != 'resetting')
            if self._state == 'broken':
                raise BrokenBarrierError("Barrier aborted")
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = 'draining'
                    self._cond.notify_all()
                else:
                    await self._cond.wait_for(lambda: self._state != 'filling')
                    if self._state == 'broken' or self._state == 'resetting':
                        raise BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state == 'resetting' or self._state == 'draining':
                        self._state = 'filling'
                    self._cond.notify_all()

    async def reset(self):
        """Those who wait get BrokenBarrierError; then it can be used again."""
        async with self._cond:
            self._state = 'resetting' if self._count > 0 else 'filling'
            self._cond.notify_all()

    async def abort(self):
        """Breaks it for good."""
        async with self._cond:
            self._state = 'broken'
            self._cond.notify_all()

    @property
    def parties(self):
        """How many it takes."""
        return self._parties

    @property
    def n_waiting(self):
        """How many wait now."""
        return self._count if self._state == 'filling' else 0

    @property
    def broken(self):
        """Is it broken?"""
        return self._state == 'broken'
