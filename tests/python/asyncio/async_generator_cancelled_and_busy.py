import asyncio
async def sl():
    try:
        yield 1
        await asyncio.sleep(0.01)
        yield 2
    except asyncio.CancelledError:
        print("cancelled inside")
        raise
    finally:
        print("fin")
async def one(g):
    return await anext(g)
async def main():
    g = sl()
    await anext(g)
    t = asyncio.create_task(one(g))
    await asyncio.sleep(0)
    try:
        await g.asend(None)
    except RuntimeError as e:
        print(e)
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)
    try:
        await g.athrow(ValueError)
    except RuntimeError as e:
        print(e)
    print(g.ag_running)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", repr(e))
    print(g.ag_running, g.ag_frame)
    async def raising():
        yield 1
        raise ValueError("v")
    try:
        async for x in raising():
            print(x)
    except ValueError as e:
        print(repr(e), e.__traceback__.tb_next.tb_lineno)
    async def stop():
        yield 1
        raise StopAsyncIteration("s")
    try:
        async for x in stop():
            print(x)
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__))
    async def stop():
        yield 1
        raise StopIteration("s")
    try:
        async for x in stop():
            print(x)
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__))
    async def co():
        raise StopIteration(3)
    try:
        await co()
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__))
    async def early():
        for i in range(5):
            try:
                yield i
            finally:
                print("leave", i)
    async for x in early():
        if x == 1:
            break
    print("after break")
    await asyncio.sleep(0)
    print("slept")
asyncio.run(main())
