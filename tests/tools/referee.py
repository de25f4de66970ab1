"""The part of the referee that runs inside CPython (the npm package pyodide): it makes one case look to the program
exactly as `python3 FILE` does. Entered from referee_worker.mjs, which evaluates the program's code itself, so that no
frame of ours lies below the program's (recursion is counted, warnings and tracebacks are placed, as from a file).
"""

import asyncio
import atexit
import base64, bisect, collections, contextlib, copy, dataclasses, datetime, decimal, enum, functools  # noqa: warm
import fractions, heapq, itertools, json, math, operator, queue, random, re, statistics, string, struct  # noqa: warm
import abc, graphlib, inspect, numbers, pprint, textwrap, timeit, traceback, types, typing, unicodedata  # noqa: warm
import asyncio.base_events
import asyncio.events
import asyncio.runners
import asyncio.unix_events
import builtins
import gc
import importlib.machinery
import io
import linecache
import os
import selectors
import sys
import threading
import time
import tokenize  # noqa: warm
import warnings

CASES = "/case"
os.makedirs(CASES, exist_ok=True)


# ------------------------------------------------------------------------------------------------- the clock

class Clock:
    """Virtual time: it moves when somebody waits, and never otherwise."""
    now = 1000.0
    epoch = 1_700_000_000.0
    virtual = True


_real_monotonic = time.monotonic
_real_time = time.time


def monotonic():
    return Clock.now if Clock.virtual else _real_monotonic()


def monotonic_ns():
    return int(monotonic() * 1e9)


def wall_time():
    return Clock.epoch + (Clock.now - 1000.0) if Clock.virtual else _real_time()


def wall_time_ns():
    return int(wall_time() * 1e9)


def sleep(seconds, /):
    if not isinstance(seconds, (int, float)):
        if not hasattr(type(seconds), "__index__"):
            raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
        seconds = seconds.__index__()
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    wait(seconds)


def wait(seconds):
    if Clock.virtual:
        Clock.now += seconds
        return
    end = _real_monotonic() + seconds
    while _real_monotonic() < end:
        pass


def install_clock():
    time.sleep = sleep
    time.time, time.time_ns = wall_time, wall_time_ns
    for name in ("monotonic", "perf_counter", "process_time"):
        setattr(time, name, monotonic)
        setattr(time, name + "_ns", monotonic_ns)


# ------------------------------------------------------------------------------------------------- the event loop

class WaitingSelector(selectors.SelectSelector):
    """A selector without files: select() only waits. CPython's own loop runs over it, unchanged."""
    loop = None

    def select(self, timeout=None):
        if timeout is None:
            raise SystemError("referee: the event loop waits for ever (nothing is scheduled)")
        if timeout > 0:
            wait(timeout)
            # The sum may miss the timer by the last bit; the timer's own time is exact.
            scheduled = self.loop._scheduled
            if Clock.virtual and scheduled and abs(scheduled[0]._when - Clock.now) < 1e-6:
                Clock.now = scheduled[0]._when
        return []


WaitingSelector.__name__ = "EpollSelector"  # what a program sees of it on Linux, when it logs


def install_loop():
    cls = asyncio.unix_events._UnixSelectorEventLoop
    original = cls.__init__

    def __init__(self, selector=None):
        selector = WaitingSelector()
        selector.loop = self
        original(self, selector)
        self._clock_resolution = 1e-9

    cls.__init__ = __init__
    cls._make_self_pipe = lambda self: None
    cls._close_self_pipe = lambda self: None
    cls._write_to_self = lambda self: None
    asyncio.run = asyncio.runners.run
    asyncio.events._event_loop_policy = None
    asyncio.events._set_running_loop(None)


# ------------------------------------------------------------------------------------------------- one case

class Sink(io.RawIOBase):
    """Where a program's output ends up; it outlives the program's own objects."""

    def __init__(self):
        super().__init__()
        self.chunks = []

    def writable(self):
        return True

    def write(self, data):
        self.chunks.append(bytes(data))
        return len(data)


sinks = {}
code = None         # what the worker evaluates
error = None        # the exception that the evaluation raised, set by the worker


def stream(name, errors, line_buffering):
    sink = sinks[name] = Sink()
    text = io.TextIOWrapper(io.BufferedWriter(sink), encoding="utf-8", errors=errors, line_buffering=line_buffering)
    text.mode = "w"
    return text


def prepare(request):
    """Everything that a fresh interpreter has when it is about to run a file. Answers the addresses of the code and
    of the namespace, or None when the file does not compile."""
    global code, error
    request = json.loads(request)
    name = request["name"]
    Clock.virtual = request["virtual"]
    os.chdir(CASES)
    sys.argv = [name, *request["args"]]
    sys.path[:] = [CASES, *(p for p in sys.path if p and p != CASES)]
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(io.BufferedReader(io.BytesIO(request["stdin"].encode())), encoding="utf-8")
    sys.stdout = sys.__stdout__ = stream("stdout", "strict", False)
    sys.stderr = sys.__stderr__ = stream("stderr", "backslashreplace", True)
    main = types.ModuleType("__main__")
    names = main.__dict__
    names["__builtins__"] = builtins
    names["__file__"] = name
    names["__cached__"] = None
    names["__loader__"] = importlib.machinery.SourceFileLoader("__main__", name)
    sys.modules["__main__"] = main
    with open(name, "rb") as file:
        source = file.read()
    try:
        code = compile(source, name, "exec", dont_inherit=True)
    except BaseException as e:
        error = e.with_traceback(None)
        e.__context__ = None
        return None
    return json.dumps({"code": id(code), "names": id(names)})


def status():
    """Reports an uncaught exception as the interpreter does; answers the exit status."""
    global error, code
    code = None
    exception, error = error, None
    if exception is None:
        return 0
    if isinstance(exception, SystemExit):
        value = exception.code
        if value is None:
            return 0
        if isinstance(value, int):
            return value & 0xFF
        sys.stdout.flush()
        print(value, file=sys.stderr)
        return 1
    sys.last_exc = exception
    sys.last_type, sys.last_value, sys.last_traceback = type(exception), exception, exception.__traceback__
    sys.stdout.flush()
    sys.excepthook(type(exception), exception, exception.__traceback__)
    return 130 if isinstance(exception, KeyboardInterrupt) else 1


def leave():
    """What the interpreter does before it takes its modules apart; the worker drops __main__ after it."""
    threading._shutdown()
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        setattr(sys, name, None)
    # A finalizer that runs from here on can import nothing.
    sys.meta_path = None


def collect():
    """The output, as files for the worker to fetch."""
    for stream_name, text in (("stdout", sys.__stdout__), ("stderr", sys.__stderr__)):
        text.flush()
        with open(f"/{stream_name}", "wb") as file:
            file.write(b"".join(sinks[stream_name].chunks))


def install():
    install_clock()
    install_loop()
    # Pyodide's finders would word an ImportError in their own way.
    sys.meta_path[:] = [f for f in sys.meta_path if "pyodide" not in (getattr(f, "__module__", "") + type(f).__module__)]
    sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
    sys.modules.pop("__main__", None)
    linecache.clearcache()
    atexit._clear()
    warnings.resetwarnings()
    warnings.filterwarnings("ignore", category=ResourceWarning)
    warnings.filterwarnings("ignore", category=ImportWarning)
    warnings.filterwarnings("ignore", category=PendingDeprecationWarning)
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
    gc.collect()
    gc.freeze()
