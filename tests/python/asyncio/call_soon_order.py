import asyncio


async def coroutine():
    print("coroutine 1")
    await asyncio.sleep(0)
    print("coroutine 2")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon 1")
    task = loop.create_task(coroutine())
    loop.call_soon(print, "soon 2")
    handle = loop.call_soon(print, "cancelled")
    handle.cancel()
    print(handle.cancelled())
    loop.call_soon(lambda: loop.call_soon(print, "nested"))
    print("main")
    await asyncio.sleep(0)
    print("main again")
    await task
    loop.call_soon_threadsafe(print, "threadsafe")
    await asyncio.sleep(0)


asyncio.run(main())
