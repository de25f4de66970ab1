"""Functions beside the event loop"""

from _asyncio import get_running_loop
from contextvars import copy_context

__all__ = 'to_thread',


async def to_thread(func, /, *args, **kwargs):
    """Calls a function without stopping the event loop where that is possible."""
    context = copy_context()
    return await get_running_loop().run_in_executor(None, lambda: context.run(func, *args, **kwargs))
