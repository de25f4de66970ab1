import asyncio
async def main():
    lock=asyncio.Lock(); print(str(lock)[-10:], lock.locked())
    async def w(n,d):
        print(n,'wants'); 
        async with lock: print(n,'has'); await asyncio.sleep(d)
        print(n,'left')
    await asyncio.gather(w('a',.1), w('b',.05), w('c',0))
    try: lock.release()
    except RuntimeError as e: print(e)
    await lock.acquire(); ts=[asyncio.create_task(lock.acquire()) for _ in range(3)]
    await asyncio.sleep(0); print(repr(lock).split('[')[1])
    lock.release(); ts[0].cancel()
    await asyncio.sleep(0); await asyncio.sleep(0); print(ts[0].cancelled(), ts[1].done(), ts[2].done(), repr(lock).split('[')[1])
    lock.release(); await asyncio.sleep(0); await asyncio.sleep(0); print([t.done() for t in ts]); lock.release()
    ev=asyncio.Event(); print(repr(ev).split('[')[1], ev.is_set())
    ts=[asyncio.create_task(ev.wait()) for _ in range(2)]; await asyncio.sleep(0); print(repr(ev).split('[')[1])
    ts[0].cancel(); ev.set(); print(await asyncio.gather(*ts, return_exceptions=True), await ev.wait(), repr(ev).split('[')[1]); ev.clear()
    try: await asyncio.wait_for(ev.wait(), .1)
    except TimeoutError: print('no event', repr(ev).split('[')[1])
    sem=asyncio.Semaphore(2); print(repr(sem).split('[')[1])
    async def s(n):
        async with sem: print('in',n,repr(sem).split('[')[1]); await asyncio.sleep(.1)
    await asyncio.gather(*[s(i) for i in range(5)])
    print(repr(sem).split('[')[1])
    ts=[asyncio.create_task(sem.acquire()) for _ in range(4)]; await asyncio.sleep(0); print(repr(sem).split('[')[1])
    ts[2].cancel(); sem.release(); await asyncio.sleep(0); await asyncio.sleep(0); print([t.done() for t in ts], repr(sem).split('[')[1])
    b=asyncio.BoundedSemaphore(1)
    try: b.release()
    except ValueError as e: print(e)
    try: asyncio.Semaphore(-1)
    except ValueError as e: print(e)
    cond=asyncio.Condition(); print(repr(cond).split('[')[1])
    async def c(n):
        async with cond:
            print(n,'waits'); await cond.wait(); print(n,'woke')
    ts=[asyncio.create_task(c(i)) for i in range(4)]; await asyncio.sleep(0)
    async with cond: cond.notify(); print(repr(cond).split('[')[1])
    await asyncio.sleep(0); await asyncio.sleep(0); 
    async with cond: cond.notify(2)
    ts[3].cancel()
    print(await asyncio.gather(*ts, return_exceptions=True))
    for f in (cond.notify, cond.notify_all):
        try: f()
        except RuntimeError as e: print(e)
    try: await cond.wait()
    except RuntimeError as e: print(e)
    n=0
    async def pred():
        async with cond: print('pred', await cond.wait_for(lambda: n>=2))
    t=asyncio.create_task(pred()); await asyncio.sleep(0)
    for i in range(3):
        async with cond: n+=1; cond.notify_all()
        await asyncio.sleep(0)
    await t
    bar=asyncio.Barrier(3); print(repr(bar).split('[')[1])
    async def bw(i):
        await asyncio.sleep(i*.1); r=await bar.wait(); print('passed',i,r,bar.n_waiting); return r
    print(sorted(await asyncio.gather(*[bw(i) for i in range(6)])))
    ts=[asyncio.create_task(bar.wait()) for _ in range(2)]; await asyncio.sleep(0); await asyncio.sleep(0); print(repr(bar).split('[')[1])
    await bar.reset(); print(await asyncio.gather(*ts, return_exceptions=True), bar.broken)
    ts=[asyncio.create_task(bar.wait()) for _ in range(2)]; await asyncio.sleep(0);await asyncio.sleep(0)
    await bar.abort(); print(await asyncio.gather(*ts, return_exceptions=True), bar.broken, repr(bar).split('[')[1])
    try: await bar.wait()
    except asyncio.BrokenBarrierError as e: print(repr(e), type(e).__module__)
    async with asyncio.Barrier(1) as i: print(i)
    try: asyncio.Barrier(0)
    except ValueError as e: print(e)
asyncio.run(main())
