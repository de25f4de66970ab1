"""Who awaits whom"""

__name__ = 'asyncio.graph'
from _asyncio import Future, Task, current_task


class FrameCallGraphEntry:
    """One frame of a coroutine."""

    def __init__(self, frame):
        self.frame = frame


class FutureCallGraph:
    """A future, the frames below it, and those who await it."""

    def __init__(self, future, call_stack, awaited_by):
        self.future = future
        self.call_stack = call_stack
        self.awaited_by = awaited_by


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The call graph of a task or future, the current task when none is given."""
    if future is None:
        future = current_task()
        if future is None:
            return None
    if not isinstance(future, Future):
        raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")
    stack = []
    coro = future.get_coro() if isinstance(future, Task) else None
    while coro is not None:
        frame = getattr(coro, 'cr_frame', None)
        if frame is None:
            break
        stack.append(FrameCallGraphEntry(frame))
        coro = getattr(coro, 'cr_await', None)
    waiters = tuple([capture_call_graph(waiter) for waiter in future._asyncio_awaited_by or ()])
    return FutureCallGraph(future, tuple(stack), waiters)


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The call graph as text."""
    graph = capture_call_graph(future)
    return '' if graph is None else '\n'.join(_lines(graph, 0))


def _lines(graph, level):
    indent = ' ' * (4 * level)
    if isinstance(graph.future, Task):
        yield f'{indent}* Task(name={graph.future.get_name()!r}, id={id(graph.future):#x})'
    else:
        yield f'{indent}* Future(id={id(graph.future):#x})'
    if graph.call_stack:
        yield f'{indent}  + Call stack:'
        for entry in graph.call_stack:
            frame = entry.frame
            yield f'{indent}  |   File {frame.f_code.co_filename!r}, line {frame.f_lineno}, in async {frame.f_code.co_qualname}()'
    if graph.awaited_by:
        yield f'{indent}  + Awaited by:'
        for waiter in graph.awaited_by:
            yield from _lines(waiter, level + 1)


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Prints the call graph."""
    print(format_call_graph(future), file=file)
