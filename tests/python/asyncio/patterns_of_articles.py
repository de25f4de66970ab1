import asyncio, contextlib, functools, time
# decorators, retries, timeouts, rate limits: what articles show
def timed(f):
    @functools.wraps(f)
    async def w(*a, **k):
        t = time.perf_counter()
        try: return await f(*a, **k)
        finally: print(f"{f.__name__} took {time.perf_counter() - t:.1f}s")
    return w
def retry(times, exc=Exception):
    def deco(f):
        @functools.wraps(f)
        async def w(*a, **k):
            for i in range(times):
                try: return await f(*a, **k)
                except exc as e:
                    print(f"attempt {i + 1} failed: {e!r}")
                    await asyncio.sleep(2 ** i * 0.1)
            raise RuntimeError("gave up")
        return w
    return deco
class Flaky:
    def __init__(self): self.n = 0
    @retry(3, ValueError)
    @timed
    async def get(self):
        self.n += 1
        await asyncio.sleep(0.1)
        if self.n < 3: raise ValueError(self.n)
        return "ok"
class Pool:
    def __init__(self, n): self.sem = asyncio.Semaphore(n); self.used = 0; self.most = 0
    @contextlib.asynccontextmanager
    async def take(self):
        async with self.sem:
            self.used += 1; self.most = max(self.most, self.used)
            try: yield self.used
            finally: self.used -= 1
class Stream:
    def __init__(self, items): self.q = asyncio.Queue(maxsize=2); self.items = items
    async def feed(self):
        for i in self.items: await self.q.put(i)
        await self.q.put(None)
    def __aiter__(self): return self
    async def __anext__(self):
        x = await self.q.get()
        if x is None: raise StopAsyncIteration
        return x
class Lazy:
    def __await__(self): return self._init().__await__()
    async def _init(self): await asyncio.sleep(0); self.ready = True; return self
class Singleton:
    _lock = None
    @classmethod
    async def create(cls): self = cls(); await asyncio.sleep(0); return self
async def batched(it, n):
    batch = []
    async for x in it:
        batch.append(x)
        if len(batch) == n: yield batch; batch = []
    if batch: yield batch
async def merge(*its):
    q = asyncio.Queue(); left = len(its)
    async def pump(i):
        async for x in i: await q.put(x)
        await q.put(StopAsyncIteration)
    async with asyncio.TaskGroup() as tg:
        for i in its: tg.create_task(pump(i))
        while left:
            x = await q.get()
            if x is StopAsyncIteration: left -= 1
            else: yield x
async def arange(n, d=0.0):
    for i in range(n): await asyncio.sleep(d); yield i
async def main():
    print(await Flaky().get())
    p = Pool(2)
    async def job(i):
        async with p.take() as n: await asyncio.sleep(0.01); return i, n
    print(await asyncio.gather(*map(job, range(5))), p.most)
    s = Stream("abc"); t = asyncio.create_task(s.feed())
    print([x async for x in s]); await t
    print((await Lazy()).ready, type(await Singleton.create()).__name__)
    async for b in batched(arange(5), 2): print(b)
    print(sorted([x async for x in merge(arange(3, 0.01), arange(2, 0.02))]))
    done = asyncio.Event()
    async def bg():
        n = 0
        while not done.is_set():
            n += 1
            with contextlib.suppress(TimeoutError): await asyncio.wait_for(done.wait(), 0.05)
        return n
    t = asyncio.create_task(bg()); await asyncio.sleep(0.12); done.set(); print(await t)
    results = {}
    async def fill(k, d): await asyncio.sleep(d); results[k] = d
    async with asyncio.TaskGroup() as tg:
        for k, d in (("a", 0.02), ("b", 0.01)): tg.create_task(fill(k, d))
    print(results)
    cb = []
    t = asyncio.create_task(asyncio.sleep(0.01, "res")); t.add_done_callback(lambda t: cb.append(t.result())); await t; await asyncio.sleep(0); print(cb)
    async with contextlib.AsyncExitStack() as st:
        for i in range(2): await st.enter_async_context(p.take())
        print(p.used)
    print(p.used, p.sem)
    first = await asyncio.wait([asyncio.create_task(asyncio.sleep(d, d), name=f"t{d}") for d in (0.03, 0.01)], return_when=asyncio.FIRST_COMPLETED)
    print([t.get_name() for t in first[0]], [t.get_name() for t in first[1]])
    for t in first[1]: t.cancel()
    print(await asyncio.gather(*first[1], return_exceptions=True))
    loop = asyncio.get_running_loop(); f = loop.create_future(); loop.call_later(0.01, f.set_result, "later"); print(await f)
    async def ticker(n):
        start = loop.time()
        for i in range(n): yield round(loop.time() - start, 1); await asyncio.sleep(0.1)
    print([t async for t in ticker(3)])
    @functools.lru_cache
    def cached(): return 5
    print(cached(), await asyncio.to_thread(cached) if 0 else 5)
    class AsyncProp:
        @property
        async def value(self): return 42
    print(await AsyncProp().value)
    fs = {asyncio.ensure_future(asyncio.sleep(0.01 * i, i)): i for i in range(3)}
    print(sorted([fs[d] for d in (await asyncio.wait(fs))[0]]))
    print(await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.01, "sh")), 1))
    agen = arange(3); print(await anext(agen), await agen.__anext__(), [x async for x in agen])
    print(asyncio.iscoroutinefunction.__name__, [x for x in [await y for y in [asyncio.sleep(0, 1)]]])
asyncio.run(main())
