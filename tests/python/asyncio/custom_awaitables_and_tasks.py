import asyncio, types, collections.abc, contextlib
class MyTask(asyncio.Task):
    def __repr__(self): return f"<MyTask {self.get_name()}>"
    def cancel(self, msg=None): print("cancel called", msg); return super().cancel(msg)
class MyFuture(asyncio.Future):
    def set_result(self, r): print("set", r); super().set_result(r)
class Ready:
    def __init__(self, v): self.v = v
    def __await__(self): yield; return self.v
class Chain:
    def __init__(self, *aw): self.aw = aw
    def __await__(self):
        out = []
        for a in self.aw: out.append((yield from a.__await__()))
        return out
@types.coroutine
def legacy(x):
    y = yield from asyncio.sleep(0, x).__await__()
    return y * 2
class Sleeper(collections.abc.Coroutine):
    def __init__(self): self.n = 0
    def send(self, v):
        self.n += 1
        if self.n == 3: raise StopIteration("slept")
        return None
    def throw(self, *a): raise a[0]
    def close(self): print("closed")
    def __await__(self): return self
    def __iter__(self): return self
    def __next__(self): return self.send(None)
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **kw: MyTask(coro, loop=loop, **kw))
    t = asyncio.create_task(asyncio.sleep(1), name="mine"); print(t, type(t).__name__, isinstance(t, asyncio.Task)); await asyncio.sleep(0); t.cancel("m")
    try: await t
    except asyncio.CancelledError as e: print(repr(e), t)
    loop.set_task_factory(None)
    f = MyFuture(); loop.call_soon(f.set_result, 3); print(await f, f)
    print(await Ready(5), await Chain(Ready(1), legacy(2) if hasattr(legacy(0), "__await__") else Ready(4)), await legacy(21))
    print(await Sleeper(), await asyncio.create_task(Sleeper()))
    async def w(): return await Ready("in task")
    print(await asyncio.gather(w(), asyncio.ensure_future(Ready("ensured")), asyncio.create_task(w())))
    print(await asyncio.wait_for(Ready("wf"), 1))
    try: asyncio.create_task(Ready(1))
    except TypeError as e: print(e)
    print(isinstance(w, collections.abc.Awaitable), isinstance(Ready(1), collections.abc.Awaitable), asyncio.iscoroutine(Sleeper()), asyncio.isfuture(f))
    order = []
    lock = asyncio.Lock()
    async def user(i):
        async with lock: order.append(i); await asyncio.sleep(0)
    await asyncio.gather(*map(user, range(4))); print(order)
    @contextlib.asynccontextmanager
    async def scope(n):
        async with asyncio.TaskGroup() as tg:
            yield tg.create_task(asyncio.sleep(0.01, n))
    async with scope("s") as t: pass
    print(t.result())
    async def agen_ctx():
        async with scope("g") as t: yield await t
    print([x async for x in agen_ctx()])
    res = []
    def cb(fut): res.append(fut.result())
    f = loop.create_future(); f.add_done_callback(cb); f.add_done_callback(lambda f: res.append("second")); f.remove_done_callback(cb); f.set_result(1); await asyncio.sleep(0); print(res)
    async def fail_fast():
        async def bad(): raise ValueError("first")
        async def slow():
            try: await asyncio.sleep(10)
            finally: res.append("slow cancelled")
        try:
            async with asyncio.TaskGroup() as tg: tg.create_task(slow()); tg.create_task(bad())
        except* ValueError as e: res.append(str(e.exceptions[0]))
    await fail_fast(); print(res)
    it = asyncio.as_completed([Ready(1), Ready(2)]); print(type(it).__name__, sorted([await x for x in it]))
    h = loop.call_later(0.01, res.append, "late"); print(h.cancelled(), h.when() > loop.time()); await asyncio.sleep(0.02); print(res[-1])
    print(loop.call_at(loop.time(), print) is not None, await loop.create_task(w()))
    async def depth(n): return n if n == 0 else await depth(n - 1)
    print(await depth(200))
    async def deep_agen(n):
        if n:
            async for x in deep_agen(n - 1): yield x + 1
        else: yield 0
    print([x async for x in deep_agen(50)])
    try: await depth(2000)
    except RecursionError as e: print(e)
asyncio.run(main())
class Policy(asyncio.DefaultEventLoopPolicy if 0 else object): pass
loop = asyncio.new_event_loop(); asyncio.set_event_loop(loop); print(asyncio.get_event_loop() is loop); print(loop.run_until_complete(Ready("plain"))); loop.close()
async def cm(): return 1
print(asyncio.run(cm(), loop_factory=asyncio.new_event_loop))
def sync_main():
    async def inner(): await asyncio.sleep(0.01); return "from sync"
    return asyncio.run(inner())
print(sync_main(), sync_main())
