import asyncio
async def agen():
    try:
        x = yield 1
        print("got", x)
        try:
            y = yield 2
        except ValueError as e:
            print("caught", e)
            y = yield "after"
        print("y", y)
    finally:
        print("cleanup")
async def main():
    g = agen()
    print(await g.asend(None))
    print(await g.asend("hello"))
    print(await g.athrow(ValueError("boom")))
    try:
        await g.asend("end")
    except StopAsyncIteration as e:
        print("stop", repr(e))
    g = agen()
    await anext(g)
    print(await g.aclose())
    print(await g.aclose())
    try:
        await g.asend(None)
    except StopAsyncIteration as e:
        print("stop", repr(e))
    try:
        await g.athrow(KeyError("k"))
    except BaseException as e:
        print(repr(e))
    g = agen()
    try:
        await g.asend(5)
    except TypeError as e:
        print(e)
    g = agen()
    try:
        await g.athrow(KeyError, "k")
    except KeyError as e:
        print("key", e)
    g = agen()
    print(await anext(g, "d"))
    await g.aclose()
    print(await anext(g, "d"))
    try:
        await anext(g)
    except StopAsyncIteration as e:
        print("stop", e.args)
    async def bad():
        try:
            yield 1
        except GeneratorExit:
            yield 2
    g = bad()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)
    g = agen()
    s = g.asend(None)
    print(await s)
    try:
        await s
    except RuntimeError as e:
        print(e)
    c = g.aclose()
    await c
    try:
        await c
    except RuntimeError as e:
        print(e)
    async def sl():
        yield 1
        await asyncio.sleep(0.01)
        yield 2
    g = sl()
    await anext(g)
    t = asyncio.create_task(anext(g))
    print(t)
asyncio.run(main())
