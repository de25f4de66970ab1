"""asyncio. What it offers is compiled when it is first used: this table says which module has which names."""

_homes = '''
_asyncio: Future Task Handle TimerHandle EventLoop CancelledError InvalidStateError get_running_loop _get_running_loop
_asyncio: _set_running_loop get_event_loop set_event_loop new_event_loop current_task all_tasks create_task isfuture iscoroutine
_asyncio: future_add_to_awaited_by future_discard_from_awaited_by _enter_task _leave_task _register_task _unregister_task
asyncio._run: run
asyncio._runner: Runner
asyncio._sleep: sleep
asyncio._ensure: ensure_future wrap_future run_coroutine_threadsafe
asyncio._gather: gather
asyncio._shield: shield
asyncio._wait: wait FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED
asyncio._wait_for: wait_for
asyncio._as_completed: as_completed
asyncio._eager: create_eager_task_factory eager_task_factory
asyncio.timeouts: Timeout timeout timeout_at
asyncio.taskgroups: TaskGroup
asyncio.queues: Queue PriorityQueue LifoQueue QueueEmpty QueueFull QueueShutDown
asyncio._lock: Lock
asyncio._event: Event
asyncio._condition: Condition
asyncio._semaphore: Semaphore BoundedSemaphore
asyncio._barrier: Barrier
asyncio.threads: to_thread
asyncio.exceptions: TimeoutError BrokenBarrierError IncompleteReadError LimitOverrunError SendfileNotAvailableError
asyncio._loops: AbstractEventLoop BaseEventLoop SelectorEventLoop iscoroutinefunction get_event_loop_policy set_event_loop_policy
asyncio._unavailable: AbstractServer BaseProtocol BaseTransport BufferedProtocol DatagramProtocol DatagramTransport Protocol
asyncio._unavailable: ReadTransport Server StreamReader StreamReaderProtocol StreamWriter SubprocessProtocol SubprocessTransport
asyncio._unavailable: Transport WriteTransport create_subprocess_exec create_subprocess_shell open_connection start_server
asyncio._graph: FrameCallGraphEntry FutureCallGraph capture_call_graph format_call_graph print_call_graph
'''
_modules = 'base_events coroutines events exceptions futures locks queues runners taskgroups tasks threads timeouts'


def __getattr__(name):
    if name == '__all__':
        value = sorted([word for line in _homes.split('\n')[1:-1] for word in line.split(': ')[1].split()])
    elif name in ('AbstractEventLoopPolicy', 'DefaultEventLoopPolicy'):
        from asyncio import _loops
        _loops._deprecated('asyncio.' + name)
        return getattr(_loops, name)
    elif name in _modules.split():
        value = __import__('asyncio.' + name, fromlist=['*'])
    else:
        for line in _homes.split('\n'):
            if f' {name} ' in f'{line} ':
                home = line[:line.index(':')]
                break
        else:
            raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
        value = getattr(__import__(home, fromlist=['*']), name)
    globals()[name] = value
    return value


def __dir__():
    return sorted({*globals(), *__getattr__('__all__'), *_modules.split()})
