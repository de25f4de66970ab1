"""Names for the event loop's class, and what is left of policies"""

__name__ = 'asyncio.events'
from _asyncio import EventLoop, get_event_loop, new_event_loop, set_event_loop

AbstractEventLoop = BaseEventLoop = SelectorEventLoop = EventLoop


class DefaultEventLoopPolicy:
    """How loops are made: as asyncio.new_event_loop() does it."""

    def get_event_loop(self):
        return get_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return new_event_loop()


AbstractEventLoopPolicy = DefaultEventLoopPolicy
_policy = DefaultEventLoopPolicy()


def _deprecated(name, more=''):
    import warnings
    warnings.warn(f"'{name}' is deprecated and slated for removal in Python 3.16{more}", DeprecationWarning, stacklevel=3)


def get_event_loop_policy():
    """The event loop policy."""
    _deprecated('asyncio.get_event_loop_policy')
    return _policy


def set_event_loop_policy(policy):
    """Sets another event loop policy; None: the default one."""
    global _policy
    _deprecated('asyncio.set_event_loop_policy')
    _policy = DefaultEventLoopPolicy() if policy is None else policy


_is_coroutine = object()


def iscoroutinefunction(func):
    """Does a call of func give a coroutine?"""
    _deprecated('asyncio.iscoroutinefunction', '; use inspect.iscoroutinefunction() instead')
    while hasattr(func, 'func') and type(func).__name__ == 'partial':
        func = func.func
    func = getattr(func, '__func__', func)
    code = getattr(func, '__code__', None)
    return bool(getattr(code, 'co_flags', 0) & 128) or getattr(func, '_is_coroutine', None) is _is_coroutine
