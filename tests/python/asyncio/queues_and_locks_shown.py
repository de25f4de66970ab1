import asyncio
async def producer(q):
    for i in range(5):
        await q.put(i)
        print("put", i, q.qsize())
    q.shutdown()
async def consumer(n, q):
    try:
        while True:
            x = await q.get()
            print(n, "got", x)
            await asyncio.sleep(0.01)
            q.task_done()
    except asyncio.QueueShutDown as e:
        print(n, repr(e))
async def main():
    q = asyncio.Queue(2)
    print(q, q.full(), q.empty(), q.maxsize)
    await asyncio.gather(producer(q), consumer("a", q), consumer("b", q))
    await q.join()
    print(q)
    q = asyncio.Queue(1)
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    q.put_nowait(1)
    try: q.put_nowait(2)
    except asyncio.QueueFull as e: print(repr(e))
    q.get_nowait(); q.task_done()
    try: q.task_done()
    except ValueError as e: print(e)
    p = asyncio.PriorityQueue()
    for x in (3, 1, 2): p.put_nowait(x)
    print([p.get_nowait() for _ in range(3)])
    l = asyncio.LifoQueue()
    for x in (3, 1, 2): l.put_nowait(x)
    print(l, [await l.get() for _ in range(3)])
    s = asyncio.Semaphore(2)
    print(s, s.locked())
    async def w(i):
        async with s:
            print("in", i, s.locked())
            await asyncio.sleep(0.01)
        print("out", i)
    await asyncio.gather(*map(w, range(4)))
    print(s)
    b = asyncio.BoundedSemaphore(1)
    try: b.release()
    except ValueError as e: print(e)
    try: asyncio.Semaphore(-1)
    except ValueError as e: print(e)
    lock = asyncio.Lock()
    print(lock)
    async with lock:
        print(lock, lock.locked())
    try: lock.release()
    except RuntimeError as e: print(e)
    e = asyncio.Event()
    async def waiter():
        await e.wait(); print("woken"); return 5
    t = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    print(e)
    e.set()
    print(e, await t)
    c = asyncio.Condition()
    async def cw():
        async with c:
            await c.wait_for(lambda: ready)
            print("cond")
    ready = False
    t = asyncio.create_task(cw())
    await asyncio.sleep(0)
    async with c:
        ready = True
        c.notify_all()
    await t
    print(c)
    try: c.notify()
    except RuntimeError as e: print(e)
    try: await c.wait()
    except RuntimeError as e: print(e)
    bar = asyncio.Barrier(2)
    async def bw(i):
        async with bar as pos:
            print(i, pos)
    await asyncio.gather(bw(0), bw(1))
    print(bar)
    try:
        with lock: pass
    except TypeError as e: print(e)
    try: await lock
    except TypeError as e: print(e)
asyncio.run(main())
