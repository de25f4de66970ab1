import asyncio


async def child(name, log):
    log.append(f"{name} start")
    await asyncio.sleep(0)
    log.append(f"{name} middle")
    await asyncio.sleep(0)
    log.append(f"{name} end")
    return name


async def waits_for(task, log, name):
    log.append(f"{name} awaits")
    await task
    log.append(f"{name} woke")


async def main():
    log = []
    loop = asyncio.get_running_loop()
    a = asyncio.create_task(child("a", log))
    b = asyncio.create_task(waits_for(a, log, "b"))
    c = asyncio.create_task(waits_for(a, log, "c"))
    a.add_done_callback(lambda _: log.append("callback of a"))
    future = loop.create_future()
    d = asyncio.create_task(waits_for(future, log, "d"))
    loop.call_soon(lambda: log.append("soon"))
    loop.call_soon(future.set_result, None)
    for i in range(6):
        log.append(f"-- turn {i}")
        await asyncio.sleep(0)
    await asyncio.gather(b, c, d)
    print("\n".join(log))


asyncio.run(main())
