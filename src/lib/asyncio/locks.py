"""Locks between tasks: a view of what the package offers"""

from asyncio import (Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier)

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier',)
