import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    def show(name):
        print(name, round(loop.time() - start, 3))

    loop.call_later(0.3, show, "0.3")
    loop.call_later(0.1, show, "0.1")
    handle = loop.call_later(0.15, show, "cancelled")
    loop.call_at(start + 0.2, show, "at 0.2")
    loop.call_later(0.2, show, "0.2")
    loop.call_later(0, show, "0")
    loop.call_later(-1, show, "-1")
    loop.call_soon(show, "soon")
    handle.cancel()
    print(round(handle.when() - start, 3), handle.cancelled())
    await asyncio.sleep(0.5)
    show("end")


asyncio.run(main())
