import asyncio
# what a debugger of tasks prints
async def sub(n): await asyncio.sleep(n)
async def main():
    t = asyncio.create_task(sub(1), name="T")
    print(t)
    await asyncio.sleep(0)
    print(str(t).split(" wait_for")[0])
    t.add_done_callback(print)
    print("cb" in repr(t), repr(t)[-30:])
    t.cancel(); 
    try: await t
    except asyncio.CancelledError: pass
    print(t, t.done(), t.cancelled())
    t = asyncio.create_task(sub("x"))
    try: await t
    except TypeError as e: print(e, t)
    f = asyncio.Future(); print(f); f.add_done_callback(lambda _: None); f.add_done_callback(print); f.add_done_callback(print); f.cancel(); print(f); await asyncio.sleep(0)
    g = asyncio.gather(sub(0.1), sub(0.2)); print(str(g)[:30]); await g; print(g)
    print(asyncio.current_task().get_coro(), asyncio.all_tasks() == {asyncio.current_task()})
    loop = asyncio.get_running_loop(); print(loop); print(loop.call_soon(print), loop.call_later(1, print).cancelled())
    print(asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(3), asyncio.Condition(), asyncio.Queue(3), asyncio.Barrier(2), asyncio.TaskGroup(), asyncio.timeout(1), asyncio.PriorityQueue(), asyncio.LifoQueue(2), asyncio.BoundedSemaphore(2), asyncio.Runner() if 0 else "")
    coro = sub(0); print(coro, coro.cr_frame.f_code.co_name, coro.cr_origin); coro.close()
    print(sub, asyncio.sleep.__name__, asyncio.run.__module__, asyncio.Task, asyncio.Queue, asyncio.TaskGroup.__module__, asyncio.gather.__module__, asyncio.TimeoutError, asyncio.CancelledError, asyncio.QueueEmpty, asyncio.InvalidStateError)
    q = asyncio.Queue(); 
    for i in range(3): q.put_nowait(i)
    print(q, q.get_nowait(), q.qsize(), q)
    getter = asyncio.create_task(asyncio.Queue().get()); await asyncio.sleep(0); getter.cancel()
    sem = asyncio.Semaphore(1); await sem.acquire(); w = asyncio.create_task(sem.acquire()); await asyncio.sleep(0); print(sem); w.cancel()
asyncio.run(main())
