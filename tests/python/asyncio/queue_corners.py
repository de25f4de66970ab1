import asyncio
async def main():
    q=asyncio.Queue(2)
    print(q.maxsize, q.empty(), q.full(), str(q))
    async def prod():
        for i in range(5):
            await q.put(i); print('put', i, q.qsize())
    async def cons(n):
        while True:
            x=await q.get(); print(n,'got',x); await asyncio.sleep(.1); q.task_done()
    p=asyncio.create_task(prod()); cs=[asyncio.create_task(cons(c)) for c in 'ab']
    await p; print('produced', str(q)); await q.join(); print('joined', str(q))
    for c in cs: c.cancel()
    print(await asyncio.gather(*cs, return_exceptions=True))
    try: q.task_done()
    except ValueError as e: print(e)
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    q.put_nowait(1); q.put_nowait(2)
    try: q.put_nowait(3)
    except asyncio.QueueFull as e: print(repr(e))
    g=[asyncio.create_task(q.put(i)) for i in (3,4)]
    await asyncio.sleep(0); print(str(q))
    g[0].cancel(); await asyncio.sleep(0); print(str(q))
    print([await q.get() for _ in range(3)], await g[1], str(q))
    # shutdown
    q=asyncio.Queue(); 
    gs=[asyncio.create_task(q.get()) for _ in range(2)]
    await asyncio.sleep(0); print(str(q))
    q.shutdown(); print(await asyncio.gather(*gs, return_exceptions=True), str(q))
    try: await q.put(1)
    except asyncio.QueueShutDown as e: print(repr(e))
    q=asyncio.Queue(); q.put_nowait(1); q.put_nowait(2); q.shutdown()
    print(await q.get(), q.get_nowait())
    for f in (q.get, q.get_nowait):
        try:
            r=f()
            if asyncio.iscoroutine(r): await r
        except asyncio.QueueShutDown as e: print('sd')
    q=asyncio.Queue(1); q.put_nowait(1)
    ps=[asyncio.create_task(q.put(i)) for i in range(2)]
    j=asyncio.create_task(q.join())
    await asyncio.sleep(0); q.shutdown(immediate=True)
    print(await asyncio.gather(*ps, j, return_exceptions=True), str(q))
    # get cancelled as item arrives
    q=asyncio.Queue()
    a=asyncio.create_task(q.get()); b=asyncio.create_task(q.get()); await asyncio.sleep(0)
    q.put_nowait('x'); a.cancel()
    print(await asyncio.gather(a,b,return_exceptions=True))
    pq=asyncio.PriorityQueue()
    for x in [5,1,4,2,3]: pq.put_nowait(x)
    print(pq, [pq.get_nowait() for _ in range(5)]) if False else print([pq.get_nowait() for _ in range(5)])
    lq=asyncio.LifoQueue()
    for x in [5,1,4]: await lq.put(x)
    print([await lq.get() for _ in range(3)])
    print(str(asyncio.Queue(0)), asyncio.QueueEmpty.__module__, asyncio.Queue.__module__)
asyncio.run(main())
q=asyncio.Queue()
async def one(): 
    t=asyncio.create_task(q.get()); await asyncio.sleep(0); t.cancel()
asyncio.run(one())
async def two():
    try: await q.get()
    except RuntimeError as e: print(str(e).split(' at ')[0])
asyncio.run(two())
