"""asyncio.sleep"""

__name__ = 'asyncio.tasks'
from _asyncio import _pause, _sleep


async def sleep(delay, result=None):
    """Completes after `delay` seconds."""
    if delay <= 0:
        await _pause()
        return result
    if delay != delay:
        raise ValueError('Invalid delay: NaN (not a number)')
    future, timer = _sleep(delay, result)
    try:
        return await future
    finally:
        timer.cancel()
