import asyncio, traceback
# uncaught exceptions through async layers, printed by traceback at several places
async def level3():
    await asyncio.sleep(0)
    data = {"a": [1, 2]}
    return data["a"][5]
async def level2(x):
    return await level3() + x
async def level1():
    async with asyncio.timeout(5):
        async for i in agen():
            await level2(i)
async def agen():
    try:
        yield 1
    finally:
        print("agen done")
async def comp(): return [await level2(i) async for i in agen()]
async def gath(): return await asyncio.gather(level2(1), level2(2))
async def task(): return await asyncio.create_task(level2(3))
async def wf(): return await asyncio.wait_for(level2(4), 1)
async def sh(): return await asyncio.shield(level2(4))
async def ac():
    for f in asyncio.as_completed([level2(5)]): await f
async def lam(): return await (lambda: level2(6))()
async def nested():
    async def inner():
        class C:
            async def method(self): await level2(7)
        await C().method()
    await inner()
async def ctx():
    class M:
        async def __aenter__(self): return self
        async def __aexit__(self, *a): await level2(8)
    async with M(): pass
async def it():
    class I:
        def __aiter__(self): return self
        async def __anext__(self): return await level2(9)
    async for x in I(): pass
async def aw():
    class A:
        def __await__(self): return (yield from level2(10).__await__())
    await A()
async def anx(): 
    async def g():
        yield await level2(11)
    await anext(g())
async def anxd():
    async def g():
        yield await level2(12)
    await anext(g(), None)
async def genx(): return [x async for x in (await level2(y) for y in range(1))]
async def fin():
    try: await level2(13)
    finally: await asyncio.sleep(0)
async def exc():
    try: await level2(14)
    except IndexError as e: raise ValueError("converted") from e
async def tg():
    async with asyncio.TaskGroup() as t: t.create_task(level2(15))
async def main():
    for f in (level1, comp, gath, task, wf, sh, ac, lam, nested, ctx, it, aw, anx, anxd, genx, fin, exc, tg):
        print("==", f.__name__)
        try: await f()
        except Exception: traceback.print_exc(file=__import__("sys").stdout)
asyncio.run(main())
