"""Timeouts as asynchronous context managers"""

from _asyncio import CancelledError, current_task, get_running_loop

__all__ = 'Timeout', 'timeout', 'timeout_at'


class Timeout:
    """Cancels the task inside it when its time has come, and turns that into a TimeoutError."""

    def __init__(self, when):
        self._state = 'created'  # active, expiring, expired, finished
        self._timer = None
        self._task = None
        self._when = when

    def when(self):
        """The deadline, by the loop's clock, or None."""
        return self._when

    def reschedule(self, when):
        """Sets another deadline."""
        if self._state != 'active':
            if self._state == 'created':
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
        if when is None:
            self._timer = None
            return
        loop = get_running_loop()
        if when <= loop.time():
            self._timer = loop.call_soon(self._on_timeout)
        else:
            self._timer = loop.call_at(when, self._on_timeout)

    def expired(self):
        """Has the deadline passed inside?"""
        return self._state == 'expiring' or self._state == 'expired'

    def __repr__(self):
        if self._state != 'active':
            return f"<Timeout [{self._state}]>"
        return f"<Timeout [active] when={None if self._when is None else round(self._when, 3)}>"

    async def __aenter__(self):
        if self._state != 'created':
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = 'active'
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == 'active':
            self._state = 'finished'
        elif self._state == 'expiring':
            self._state = 'expired'
            if self._task.uncancel() <= self._cancelling and exc_type is not None:
                if issubclass(exc_type, CancelledError):
                    raise TimeoutError from exc_val
                if exc_val is not None:
                    _insert_timeout_error(exc_val)
                    if isinstance(exc_val, ExceptionGroup):
                        for exc in exc_val.exceptions:
                            _insert_timeout_error(exc)

    def _on_timeout(self):
        self._task.cancel()
        self._state = 'expiring'
        self._timer = None


def _insert_timeout_error(exc):
    # Another exception came out of the cancelled code: the timeout shows in its chain.
    while exc.__context__ is not None:
        if isinstance(exc.__context__, CancelledError):
            error = TimeoutError()
            error.__context__ = error.__cause__ = exc.__context__
            exc.__context__ = error
            break
        exc = exc.__context__


def timeout(delay):
    """A Timeout that many seconds from now; None: never."""
    loop = get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    """A Timeout at a time of the loop's clock."""
    return Timeout(when)
