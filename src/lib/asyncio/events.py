"""Event loops: a view of what the package offers"""

from asyncio import (AbstractEventLoop, Handle, TimerHandle, get_event_loop_policy, set_event_loop_policy,
                     get_event_loop, set_event_loop, new_event_loop, _set_running_loop, get_running_loop,
                     _get_running_loop)

__all__ = ('AbstractEventLoop', 'Handle', 'TimerHandle', 'get_event_loop_policy', 'set_event_loop_policy',
           'get_event_loop', 'set_event_loop', 'new_event_loop', '_set_running_loop', 'get_running_loop',
           '_get_running_loop',)
