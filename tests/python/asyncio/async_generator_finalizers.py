import asyncio
# finalization of async generators
async def agen(name):
    try:
        for i in range(3):
            await asyncio.sleep(0)
            yield i
    except GeneratorExit:
        print(name, "GeneratorExit")
        raise
    except asyncio.CancelledError:
        print(name, "CancelledError")
        raise
    finally:
        print(name, "finally")
        await asyncio.sleep(0)
        print(name, "after await in finally")
async def main():
    async for x in agen("break"):
        print(x)
        break
    print("loop left")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    g = agen("aclose")
    print(await g.asend(None))
    await g.aclose()
    print("closed")
    async def consumer():
        async for x in agen("cancel"):
            print("consumer", x)
            await asyncio.sleep(1)
    t = asyncio.create_task(consumer())
    await asyncio.sleep(0.1)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print("consumer cancelled")
    await asyncio.sleep(0.01)
    keep = agen("shutdown")
    await anext(keep)
    return keep
keep = asyncio.run(main())
print("run over", keep.ag_frame)
async def first():
    g = agen("across")
    await anext(g)
    return g
loop = asyncio.new_event_loop()
g = loop.run_until_complete(first())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
