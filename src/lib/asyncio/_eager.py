"""Tasks that start at once"""

__name__ = 'asyncio.tasks'
from _asyncio import Task


def create_eager_task_factory(custom_task_constructor):
    """A task factory for loop.set_task_factory: tasks run up to their first wait when they are made."""
    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)
