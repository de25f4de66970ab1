import asyncio
async def agen():
    try:
        while True:
            v = yield
            print("got", v)
    except ValueError as e:
        print("VE", e); yield "from handler"
    finally: print("closing")
async def main():
    a = agen()
    print(await a.asend(None), await a.asend(1), await a.athrow(ValueError("x")))
    try: await a.__anext__()
    except StopAsyncIteration: print("SAI")
    a = agen(); it = a.__anext__()
    print(it.send.__name__, hasattr(it, "close"), hasattr(it, "__await__"), type(it).__name__)
    try: it.send(None)
    except StopIteration as e: print("value", e.value)
    try: it.send(None)
    except (RuntimeError, StopIteration) as e: print(repr(e))
    it = a.asend(5); it.close()
    try: await it
    except RuntimeError as e: print(e)
    it = a.asend(6)
    try: it.throw(KeyError("thrown"))
    except KeyError as e: print("KE", e)
    except StopIteration as e: print("SI", e.value)
    a = agen(); await a.asend(None)
    c = a.aclose()
    try: c.send(None)
    except StopIteration as e: print("closed", e.value)
    a = agen()
    try: await a.athrow(GeneratorExit)
    except GeneratorExit as e: print("GE", repr(e))
    print(a.ag_frame, a.ag_running)
    async def inner():
        yield 1
    async def deleg():
        async for x in inner(): yield x
        yield 2
    print([x async for x in deleg()])
    async def retry():
        n = 0
        while n < 3:
            n += 1
            try:
                if n < 3: raise OSError(n)
                yield n
            except OSError as e: print("retry", e); await asyncio.sleep(0)
    async for x in retry(): print(x)
    async def cancelled():
        try:
            yield 1
            await asyncio.sleep(1)
        finally:
            print("fin"); await asyncio.sleep(0); print("fin2")
    async def use():
        async for _ in cancelled(): pass
    t = asyncio.create_task(use()); await asyncio.sleep(0.01); t.cancel()
    try: await t
    except asyncio.CancelledError: print("C")
    try:
        async with asyncio.timeout(0.01):
            async for _ in cancelled(): pass
    except TimeoutError: print("T")
    class AIter:
        def __init__(self, *v): self.v = list(v)
        def __aiter__(self): return self
        def __anext__(self):
            async def nxt():
                if not self.v: raise StopAsyncIteration("done")
                return self.v.pop(0)
            return nxt()
    print([x async for x in AIter(1, 2)], await anext(AIter(), "dflt"))
    try: await anext(AIter())
    except StopAsyncIteration as e: print(repr(e))
    async for x in AIter(1): pass
    else: print("else", x)
    class Fut:
        def __aiter__(self): self.n = 2; return self
        def __anext__(self):
            f = asyncio.get_running_loop().create_future()
            if self.n == 0: f.set_exception(StopAsyncIteration())
            else: f.set_result(self.n); self.n -= 1
            return f
    print([x async for x in Fut()])
    async def stop_in_body():
        async for x in AIter(1, 2):
            raise StopAsyncIteration
    try: await stop_in_body()
    except StopAsyncIteration as e: print("propagates", repr(e))
    d = anext(AIter(), 1); print(type(d).__name__, await d)
    try: await d
    except Exception as e: print(type(e).__name__, e)
    n = anext(inner()); print(type(n).__name__); await n
    ag = inner()
    print(ag.__aiter__() is ag, aiter(ag) is ag, ag.__name__, ag.__qualname__, ag.ag_code.co_name)
    async def never_started(): yield
    x = never_started(); await x.aclose()
    try: await anext(x)
    except StopAsyncIteration: print("closed before start")
    g1 = (i async for i in inner()); print(g1.__name__, g1.ag_code.co_qualname)
    async def nested(): return [[y async for y in inner()] for _ in range(2)], {y: [z async for z in inner()] async for y in inner()}
    print(await nested())
    async def walrus(): return [last := y async for y in inner()], last
    print(await walrus())
    async def cond(): return [y async for y in inner() if await asyncio.sleep(0, y)]
    print(await cond())
    async def starred(*a): return a
    print(await starred(*[y async for y in inner()], **{}))
    async def lam(): return await (lambda: asyncio.sleep(0, "lam"))()
    print(await lam())
    async def tern(c): return await asyncio.sleep(0, 1) if c else await asyncio.sleep(0, 2)
    print(await tern(0), f"{await tern(1)}", [await tern(i) for i in (0, 1)], (await tern(1), await tern(0)), {await tern(1): await tern(0)}, not await tern(1), -await tern(1), await tern(1) + await tern(0), await tern(1) < await tern(0))
asyncio.run(main())
