"""Futures: a view of what the package offers"""

from asyncio import (Future, wrap_future, isfuture, future_add_to_awaited_by, future_discard_from_awaited_by)

__all__ = ('Future', 'wrap_future', 'isfuture', 'future_add_to_awaited_by', 'future_discard_from_awaited_by',)
