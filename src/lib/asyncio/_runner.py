"""asyncio.Runner"""

__name__ = 'asyncio.runners'
from _asyncio import (CancelledError, _get_running_loop, _interrupted, _set_main, _tasks_in_order, iscoroutine,
                      new_event_loop, set_event_loop)
from contextvars import copy_context


class Runner:
    """Several calls of run() in one event loop, which is closed at the end of the `with` statement."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = 'created'
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = self._context = None
        self._loop_was_set = False

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def close(self):
        """Cancels what is left, closes asynchronous generators and the loop."""
        if self._state != 'open':
            return
        loop = self._loop
        try:
            if tasks := _tasks_in_order(loop):
                _cancel(loop, tasks)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor(300))
        finally:
            if self._loop_was_set:
                set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = 'closed'

    def get_loop(self):
        """The event loop."""
        self._open()
        return self._loop

    def run(self, coro, *, context=None):
        """Runs a coroutine to its end."""
        if _get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._open()
        if not iscoroutine(coro):
            if not hasattr(type(coro), '__await__'):
                raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
            coro = _wrap_awaitable(coro)
        loop = self._loop
        task = loop.create_task(coro, context=self._context if context is None else context)
        _set_main(loop, task)
        try:
            return loop.run_until_complete(task)
        except CancelledError:
            if _interrupted(loop) and task.uncancel() == 0:
                raise KeyboardInterrupt
            raise
        finally:
            _set_main(loop, None)

    def _open(self):
        if self._state == 'closed':
            raise RuntimeError("Runner is closed")
        if self._state == 'open':
            return
        if self._loop_factory is None:
            self._loop = new_event_loop()
            set_event_loop(self._loop)
            self._loop_was_set = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = copy_context()
        self._state = 'open'


async def _wrap_awaitable(awaitable):
    return await awaitable


def _cancel(loop, tasks):
    from asyncio._gather import gather
    for task in tasks:
        task.cancel()
    loop.run_until_complete(gather(*tasks, return_exceptions=True))
    for task in tasks:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({'message': 'unhandled exception during asyncio.run() shutdown',
                                         'exception': task.exception(), 'task': task})
