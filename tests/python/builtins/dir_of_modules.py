import asyncio, contextlib, functools, enum, typing, collections, inspect, string, weakref, os, types
print([n for n in asyncio.__all__ if n not in dir(asyncio)])
from asyncio import *
print(sorted(n for n in globals() if n in asyncio.__all__)[:5])
for m in (contextlib, functools, enum, collections, string):
    print(m.__name__, [n for n in m.__all__ if n not in dir(m)], [n for n in m.__all__ if not hasattr(m, n)])
from typing import *
x: List[Optional[Protocol]]
print(List, Any, Callable[[int], str], "TypedDict" in dir(typing), "signature" in dir(inspect), "ref" in dir(weakref))
m = types.ModuleType("m")
m.x = 1
print(sorted(n for n in dir(m)))
m.__dir__ = lambda: ["b", "a"]
print(dir(m))
print(sorted(typing.__all__) == sorted(set(typing.__all__)), [n for n in "Any Callable ClassVar Final Literal Optional Protocol TypeVar Union NamedTuple overload cast TYPE_CHECKING Annotated Generic Self Never AsyncIterator AsyncIterable AsyncGenerator Awaitable Coroutine".split() if n not in typing.__all__])
