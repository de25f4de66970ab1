"""asyncio.run"""

__name__ = 'asyncio.runners'
from _asyncio import _get_running_loop


def run(main, *, debug=None, loop_factory=None):
    """Runs a coroutine in a new event loop and answers its result."""
    if _get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    from asyncio._runner import Runner
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)
