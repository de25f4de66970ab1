import asyncio
import inspect


async def coroutine_function():
    pass


async def generator_function():
    yield 1


def plain():
    pass


for f in (coroutine_function, generator_function, plain):
    print(f.__name__, inspect.iscoroutinefunction(f), inspect.isasyncgenfunction(f), inspect.isgeneratorfunction(f))
c = coroutine_function()
print(asyncio.iscoroutine(c), inspect.iscoroutine(c), inspect.isawaitable(c), inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c))
g = generator_function()
print(inspect.isasyncgen(g), inspect.isawaitable(g))
