"""ExitStack and AsyncExitStack: any number of context managers, left in reverse order."""

__name__ = 'contextlib'
import sys


def _bind(function, object):
    def call(*details):
        return function(object, *details)
    call.__self__ = object
    return call


def _missing(cls, protocol):
    raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {protocol} protocol") from None


class _BaseExitStack:
    def __init__(self):
        self._exit_callbacks = []  # (is it an ordinary function, function)

    def pop_all(self):
        """Hands everything over to a new stack."""
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return new_stack

    def push(self, exit):
        """Adds a context manager that has been entered, or a function like __exit__."""
        exit_method = getattr(type(exit), '__exit__', None)
        self._exit_callbacks.append((True, exit if exit_method is None else _bind(exit_method, exit)))
        return exit

    def enter_context(self, cm):
        """Enters a context manager."""
        cls = type(cm)
        try:
            enter, exit = cls.__enter__, cls.__exit__
        except AttributeError:
            _missing(cls, 'context manager')
        result = enter(cm)
        self._exit_callbacks.append((True, _bind(exit, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Adds any function, with its arguments."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback


class _Unwinding:
    """What the callbacks of a stack have made of the exception so far."""

    def __init__(self, exc):
        self.received = exc is not None
        self.exc = exc
        self.outer = sys.exception()
        self.suppressed = self.raised = False

    def details(self):
        exc = self.exc
        return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)

    def suppress(self):
        self.suppressed = True
        self.raised = False
        self.exc = None

    def replace(self, new):
        # As if the managers were nested: the new one came while the old one was being handled.
        old = self.exc
        at = new
        while (context := at.__context__) is not None and context is not old:
            if context is self.outer:
                at.__context__ = old
                break
            at = context
        self.raised = True
        self.exc = new

    def end(self):
        if self.raised:
            exc = self.exc
            context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = context
                raise
        return self.received and self.suppressed


class ExitStack(_BaseExitStack):
    """A stack of context managers and functions that are called at the end of the `with` statement."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                if callback(*unwinding.details()):
                    unwinding.suppress()
            except BaseException as new:
                unwinding.replace(new)
        return unwinding.end()

    def close(self):
        """Unwinds now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack):
    """The same for `async with`: of both kinds of context managers."""

    async def enter_async_context(self, cm):
        """Enters an asynchronous context manager."""
        cls = type(cm)
        try:
            enter, exit = cls.__aenter__, cls.__aexit__
        except AttributeError:
            _missing(cls, 'asynchronous context manager')
        result = await enter(cm)
        self._exit_callbacks.append((False, _bind(exit, cm)))
        return result

    def push_async_exit(self, exit):
        """Adds an asynchronous context manager that has been entered, or a coroutine function like __aexit__."""
        exit_method = getattr(type(exit), '__aexit__', None)
        self._exit_callbacks.append((False, exit if exit_method is None else _bind(exit_method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Adds a coroutine function, with its arguments."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback

    async def aclose(self):
        """Unwinds now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                result = callback(*unwinding.details())
                if not is_sync:
                    result = await result
                if result:
                    unwinding.suppress()
            except BaseException as new:
                unwinding.replace(new)
        return unwinding.end()
