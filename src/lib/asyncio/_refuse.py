"""Calls that fail before they begin. These frames are in the traceback, as in CPython, and keep the coroutine that was given
until the exception is gone: so the warning that it was never awaited comes when it would there."""

__name__ = 'asyncio.events'


def run_until_complete(check, loop, future):
    check(loop)


def create_task(get_running_loop, coro, kwargs):
    get_running_loop()
