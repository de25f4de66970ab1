import asyncio
async def worker(name, delay):
    try:
        while True:
            print(name, "tick")
            await asyncio.sleep(delay)
    except asyncio.CancelledError as e:
        print(name, "cancelled", e.args)
        await asyncio.sleep(0.01)
        print(name, "cleaned")
        raise
async def stubborn():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: print("ignored")
    return "survived"
async def main():
    ts = [asyncio.create_task(worker(f"w{i}", 0.1 * (i + 1))) for i in range(2)]
    await asyncio.sleep(0.25)
    for t in ts: t.cancel("stop")
    print(await asyncio.gather(*ts, return_exceptions=True))
    t = asyncio.create_task(stubborn()); await asyncio.sleep(0); t.cancel(); print(t.cancelling(), await t, t.cancelled())
    t = asyncio.create_task(stubborn()); await asyncio.sleep(0)
    try: await asyncio.wait_for(t, 0.01)
    except TimeoutError: print("timeout")
    else: print("result", t.result())
    try:
        async with asyncio.timeout(0.01):
            await stubborn()
            print("after")
            await asyncio.sleep(1)
    except TimeoutError as e: print("TO", e.args)
    async def nested():
        async with asyncio.timeout(0.1):
            try:
                async with asyncio.timeout(0.01):
                    await asyncio.sleep(1)
            except TimeoutError: print("inner")
            await asyncio.sleep(1)
    try: await nested()
    except TimeoutError: print("outer")
    t = asyncio.current_task()
    t.cancel(); print(t.cancelling())
    try: await asyncio.sleep(0)
    except asyncio.CancelledError: print("self", t.uncancel(), t.cancelling())
    f = asyncio.ensure_future(asyncio.sleep(1))
    sh = asyncio.shield(f)
    try: await asyncio.wait_for(sh, 0.01)
    except TimeoutError: print("shielded", f.cancelled(), sh.cancelled())
    f.cancel()
    g = asyncio.gather(asyncio.sleep(1), asyncio.sleep(1))
    g.cancel()
    try: await g
    except asyncio.CancelledError as e: print("gather cancelled", e.args)
    done, pending = await asyncio.wait({asyncio.create_task(asyncio.sleep(1))}, timeout=0.01)
    print(len(done), len(pending)); [p.cancel() for p in pending]
    async def raises():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: raise RuntimeError("instead")
    t = asyncio.create_task(raises()); await asyncio.sleep(0); t.cancel()
    try: await t
    except RuntimeError as e: print(repr(e), repr(e.__context__))
    loop = asyncio.get_running_loop()
    task = loop.create_task(stubborn(), name="n", context=None)
    task.add_done_callback(lambda t: print("done", t.get_name(), t.result()))
    await asyncio.sleep(0); task.cancel(); await task; await asyncio.sleep(0)
    print(task.remove_done_callback(print), task.cancel())
    try: task.set_result(1)
    except RuntimeError as e: print(e)
    try: task.set_exception(1)
    except RuntimeError as e: print(e)
asyncio.run(main())
