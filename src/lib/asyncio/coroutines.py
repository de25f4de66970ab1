"""Coroutines: a view of what the package offers"""

from asyncio import (iscoroutinefunction, iscoroutine)

__all__ = ('iscoroutinefunction', 'iscoroutine',)
