import asyncio
async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() + 0.05): await asyncio.sleep(1)
    except TimeoutError: print("timeout_at")
    q = asyncio.Queue()
    for i in range(3): q.put_nowait(i)
    q.shutdown(immediate=True)
    try: await q.get()
    except asyncio.QueueShutDown as e: print(repr(e), q.qsize())
    try: await q.put(1)
    except asyncio.QueueShutDown as e: print(repr(e))
    b = asyncio.Barrier(3)
    async def w(i):
        try: print(i, await b.wait())
        except asyncio.BrokenBarrierError as e: print(i, repr(e))
    ts = [asyncio.create_task(w(i)) for i in range(2)]
    await asyncio.sleep(0)
    print(b, b.n_waiting, b.parties, b.broken)
    await b.abort(); await asyncio.gather(*ts); print(b, b.broken); await b.reset(); print(b)
    c = asyncio.Condition()
    async def cw():
        async with c:
            try: await asyncio.wait_for(c.wait(), 0.01)
            except TimeoutError: print("cond timeout", c.locked())
    await cw()
    e = asyncio.Event(); print(e.is_set()); e.set(); print(await e.wait()); e.clear(); print(e)
    s = asyncio.Semaphore(0)
    t = asyncio.create_task(s.acquire()); await asyncio.sleep(0); print(s); s.release(); print(await t, s)
    async def eager(n): print("eager", n); return n
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(eager(1)); print(t.done(), await t, t)
    loop.set_task_factory(None)
    t = asyncio.create_task(eager(2)); print(t.done()); await t
    t = asyncio.Task(eager(3), loop=loop, eager_start=True); print(t.done(), t)
    async def bad_eager(): raise ValueError("eager")
    t = asyncio.Task(bad_eager(), loop=loop, eager_start=True)
    try: await t
    except ValueError as e: print(e)
    r = await asyncio.gather(eager(4), asyncio.sleep(0, "s"), *[eager(i) for i in range(2)]); print(r)
    fs = [asyncio.ensure_future(asyncio.sleep(0.01 * (3 - i), i)) for i in range(3)]
    print([await f for f in asyncio.as_completed(fs)])
    try:
        for f in asyncio.as_completed([asyncio.sleep(1)], timeout=0.01): await f
    except TimeoutError as e: print(repr(e))
    done, pend = await asyncio.wait([asyncio.ensure_future(asyncio.sleep(d, d)) for d in (0.01, 0.02)], return_when="FIRST_COMPLETED"); print(len(done), len(pend)); [p.cancel() for p in pend]
    fut = asyncio.run_coroutine_threadsafe(eager(9), loop) if 0 else None
    ct = asyncio.current_task(); print(ct in asyncio.all_tasks(), ct.get_name())
    print(asyncio.Task.all_tasks if hasattr(asyncio.Task, "all_tasks") else "no all_tasks", loop.time() > 0, type(loop).__mro__[1:2] if 0 else "")
    h = loop.call_later(5, print); h.cancel(); print(h.cancelled(), h.when() > 0)
    print(asyncio.iscoroutinefunction(main) if 0 else "", asyncio.get_event_loop() is loop, loop.is_running(), loop.get_exception_handler(), loop.get_task_factory(), loop.slow_callback_duration)
    t1 = asyncio.create_task(asyncio.sleep(10)); t2 = asyncio.create_task(asyncio.sleep(10))
    g = asyncio.gather(t1, t2, return_exceptions=True); t1.cancel(); await asyncio.sleep(0); t2.cancel(); print(await g)
    async def inner_cancel():
        asyncio.current_task().cancel("self")
        await asyncio.sleep(0)
    try: await asyncio.create_task(inner_cancel())
    except asyncio.CancelledError as e: print("CE", e.args)
    async def ret_after_cancel():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: return "ok"
    t = asyncio.create_task(ret_after_cancel()); await asyncio.sleep(0); t.cancel(); print(await t, t.cancelled(), t.cancelling())
    lock = asyncio.Lock(); await lock.acquire()
    async def lw(n):
        async with lock: print("lock", n)
    ts = [asyncio.create_task(lw(i)) for i in range(3)]; await asyncio.sleep(0); ts[0].cancel(); print(lock); lock.release(); print([type(x).__name__ for x in await asyncio.gather(*ts, return_exceptions=True)])
asyncio.run(main())
with asyncio.Runner(debug=False) as runner:
    loop = runner.get_loop()
    print(loop.is_running(), runner.run(asyncio.sleep(0, 1)), runner.get_loop() is loop)
print(loop.is_closed())
async def ctx():
    import contextvars
    v = contextvars.ContextVar("v"); v.set(1)
    c = contextvars.copy_context(); c.run(v.set, 2)
    t = asyncio.create_task(asyncio.sleep(0, v.get()), context=c); print(await t, c[v], v.get())
    async def f(): return v.get()
    print(await asyncio.create_task(f(), context=c), await asyncio.create_task(f()))
    asyncio.get_running_loop().call_soon(lambda: print("cb", v.get()), context=c); await asyncio.sleep(0)
    with v.set(7) as tok: print(v.get())
    print(v.get())
asyncio.run(ctx())
