"""The event loop: a view of what the package offers"""

from asyncio import (BaseEventLoop)

__all__ = ('BaseEventLoop',)
