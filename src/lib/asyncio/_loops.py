"""Names for the event loop's class, and what is left of policies"""

__name__ = 'asyncio.events'
from _asyncio import EventLoop, get_event_loop, new_event_loop, set_event_loop

AbstractEventLoop = BaseEventLoop = SelectorEventLoop = EventLoop


class _DefaultEventLoopPolicy:
    """How loops are made: as asyncio.new_event_loop() does it."""

    def get_event_loop(self):
        return get_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return new_event_loop()


_policy = _DefaultEventLoopPolicy()


def _deprecated(name):
    import warnings
    warnings.warn(f"'{name}' is deprecated and slated for removal in Python 3.16", DeprecationWarning, stacklevel=3)


def get_event_loop_policy():
    _deprecated('asyncio.get_event_loop_policy')
    return _policy


def set_event_loop_policy(policy):
    _deprecated('asyncio.set_event_loop_policy')
    global _policy
    _policy = _DefaultEventLoopPolicy() if policy is None else policy


def iscoroutinefunction(func):
    """Does a call of func give a coroutine?"""
    import warnings
    warnings.warn("'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; "
                  "use inspect.iscoroutinefunction() instead", DeprecationWarning, stacklevel=2)
    import inspect
    return inspect.iscoroutinefunction(func)
