import asyncio
class Conn:
    def __init__(self, n): self.n = n
    async def __aenter__(self): await asyncio.sleep(0.01); print("open", self.n); return self
    async def __aexit__(self, t, v, tb): await asyncio.sleep(0.01); print("close", self.n, t.__name__ if t else None)
    async def rows(self, k):
        for i in range(k): await asyncio.sleep(0.001); yield (self.n, i)
class Sem:
    def __init__(self, v): self._s = asyncio.Semaphore(v); self.log = []
    async def run(self, c):
        async with self._s: self.log.append("in"); r = await c; self.log.append("out"); return r
async def main():
    async with Conn("a") as a, Conn("b") as b:
        print([r async for r in a.rows(2)] + [r async for r in b.rows(1)])
        async for (n, i) in a.rows(3):
            if i == 1: continue
            print(n, i)
            if i == 2: break
        else: print("never")
    try:
        async with Conn("c") as c: raise KeyError("inside")
    except KeyError as e: print("caught", e)
    s = Sem(2); print(await asyncio.gather(*[s.run(asyncio.sleep(0.01 * i, i)) for i in range(4)]), s.log)
    total = 0
    async for _, i in Conn("d").rows(4): total += i
    print(total, {i async for _, i in Conn("e").rows(3)}, {i: n async for n, i in Conn("f").rows(2)}, [i async for _, i in Conn("g").rows(5) if i % 2 if i > 1])
    r = (i async for _, i in Conn("h").rows(3)); print(await anext(r), [x async for x in r])
    async def prod(q, n):
        for i in range(n): await q.put(i); await asyncio.sleep(0)
        await q.put(None)
    async def cons(q):
        out = []
        while (x := await q.get()) is not None: out.append(x)
        return out
    q = asyncio.Queue(1); _, out = await asyncio.gather(prod(q, 3), cons(q)); print(out)
    async def countdown(n):
        while n: yield n; n -= 1; await asyncio.sleep(0.01)
        yield "liftoff"
    async for x in countdown(2): print(x)
    tasks = {asyncio.create_task(asyncio.sleep(0.01 * (3 - i), i)): i for i in range(3)}
    while tasks:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for t in done: print("done", tasks.pop(t), t.result())
    try:
        async with asyncio.timeout(0.02) as cm:
            async for x in countdown(10): print("t", x)
    except TimeoutError: print("timed out", cm.expired())
    async def boom(): await asyncio.sleep(0.01); raise OSError("net")
    res = await asyncio.gather(boom(), asyncio.sleep(0.02, "fine"), return_exceptions=True); print(res)
    try: await asyncio.gather(boom(), asyncio.sleep(0.02))
    except OSError as e: print("gather", e)
    ev = asyncio.Event()
    async def waiter(i): await ev.wait(); return i
    ws = [asyncio.create_task(waiter(i)) for i in range(3)]; await asyncio.sleep(0); ev.set(); print([await w for w in ws])
    cond = asyncio.Condition(); items = []
    async def consumer(i):
        async with cond:
            while not items: await cond.wait()
            print("consumer", i, items.pop())
    cs = [asyncio.create_task(consumer(i)) for i in range(2)]; await asyncio.sleep(0)
    for v in "xy":
        async with cond: items.append(v); cond.notify()
        await asyncio.sleep(0)
    await asyncio.gather(*cs)
    loop = asyncio.get_running_loop(); fut = loop.create_future(); loop.call_soon(fut.set_exception, ValueError("set")); 
    try: await fut
    except ValueError as e: print(e)
    print(await asyncio.wait_for(asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2)), 1))
asyncio.run(main())
