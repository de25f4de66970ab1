import asyncio
class It:
    def __init__(self, n): self.n = n; self.i = 0
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(0.001)
        return self.i
async def main():
    print([x async for x in It(3)])
    print({x async for x in It(3)}, {x: x*x async for x in It(3)})
    g = (x async for x in It(3) if x % 2)
    print(type(g), [x async for x in g])
    print([[y async for y in It(x)] async for x in It(3)])
    print([await asyncio.sleep(0, x) for x in range(3)])
    print([x + y async for x in It(2) for y in range(2)])
    it = aiter(It(2))
    print(await anext(it), await anext(it), await anext(it, "default"))
    try:
        await anext(it)
    except StopAsyncIteration as e:
        print(repr(e))
    for bad in (5, [1], None, iter([])):
        try: aiter(bad)
        except TypeError as e: print(e)
        try: await anext(bad)
        except TypeError as e: print(e)
        try:
            async for x in bad: pass
        except TypeError as e: print(e)
    class NoAnext:
        def __aiter__(self): return 5
    try: aiter(NoAnext())
    except TypeError as e: print(e)
    try:
        async for x in NoAnext(): pass
    except TypeError as e: print(e)
    class Sync:
        def __aiter__(self): return self
        def __anext__(self): return 5
    try:
        async for x in Sync(): pass
    except TypeError as e: print(e, repr(e.__cause__))
    try: await anext(Sync())
    except TypeError as e: print(e)
    try: await anext(Sync(), 5)
    except TypeError as e: print(e)
    class Co:
        async def __aiter__(self): return self
    try:
        async for x in Co(): pass
    except TypeError as e: print(e)
    try: aiter()
    except TypeError as e: print(e)
    try: aiter(1, 2)
    except TypeError as e: print(e)
    try: anext()
    except TypeError as e: print(e)
    try:
        for x in It(3): pass
    except TypeError as e: print(e)
    try:
        async with It(3): pass
    except TypeError as e: print(e)
    try:
        with It(3): pass
    except TypeError as e: print(e)
    try: await 5
    except TypeError as e: print(e)
    try: await It(3)
    except TypeError as e: print(e)
    try: [x for x in It(3)]
    except TypeError as e: print(e)
    try: list(It(3))
    except TypeError as e: print(e)
    try: a, b = It(3)
    except TypeError as e: print(e)
    try: next(It(2))
    except TypeError as e: print(e)
    try: await aiter(It(2))
    except TypeError as e: print(e)
asyncio.run(main())
