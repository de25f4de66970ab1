import asyncio, inspect, types
async def co(): return 1
def gen(): yield 1
async def agen(): yield 1
c = co()
print(inspect.iscoroutine(c), inspect.isawaitable(c), inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(agen), inspect.isgeneratorfunction(gen), inspect.isasyncgen(agen()))
print(inspect.getcoroutinestate(c), c.cr_code.co_name, c.cr_await, c.cr_running, c.cr_frame.f_lineno, c)
try: c.send(1)
except TypeError as e: print(e)
try: c.send(None)
except StopIteration as e: print(e.value)
try: c.send(None)
except RuntimeError as e: print(e)
print(inspect.getcoroutinestate(c))
g = gen(); print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g), g.gi_frame.f_lineno)
try: g.send(5)
except StopIteration as e: print(e.value)
for v in (c, 5, co):
    try: iter(v)
    except TypeError as e: print(e)
try:
    for x in co(): pass
except TypeError as e: print(e)
try: next(co())
except TypeError as e: print(e)
@types.coroutine
def tc():
    x = yield 5
    return x
async def use(): return await tc()
u = use(); print(u.send(None))
try: u.send("v")
except StopIteration as e: print(e.value)
class Aw:
    def __await__(self): return 5
async def m():
    try: await Aw()
    except TypeError as e: print(e)
    class B:
        def __await__(self): return co()
    try: await B()
    except TypeError as e: print(e)
    try: await gen()
    except TypeError as e: print(e)
    c = co(); await c
    try: await c
    except RuntimeError as e: print(e)
    try: await [co()]
    except TypeError as e: print(e)
    try: await co
    except TypeError as e: print(e)
    class It:
        def __await__(self): yield from [asyncio.sleep]
    try: await It()
    except RuntimeError as e: print(e)
asyncio.run(m())
async def y():
    await YieldsInt()
class YieldsInt:
    def __await__(self): yield 5
try: asyncio.run(y())
except RuntimeError as e: print(e)
async def self_await():
    t = asyncio.current_task()
    await t
try: asyncio.run(self_await())
except RuntimeError as e: print(e)
async def rec(): await asyncio.gather(co(), co())
asyncio.run(rec())
async def other():
    loop = asyncio.new_event_loop()
    f = loop.create_future()
    try: await f
    except RuntimeError as e: print(e)
    loop.close()
asyncio.run(other())
print(asyncio.Task.__name__, asyncio.Future.__module__, asyncio.TimeoutError is TimeoutError, asyncio.CancelledError.__mro__)
