import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.2) as cm:
            print("inside", cm.expired())
            await asyncio.sleep(1)
            print("never")
    except TimeoutError:
        print("timed out", cm.expired())
    async with asyncio.timeout(1) as cm:
        await asyncio.sleep(0.1)
    print("in time", cm.expired())
    async with asyncio.timeout(None) as cm:
        print(cm.when())
        cm.reschedule(loop.time() + 0.1)
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print("cancelled inside")
            raise


async def at():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() + 0.3):
            try:
                async with asyncio.timeout(0.1):
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner")
            await asyncio.sleep(1)
    except TimeoutError:
        print("outer")


asyncio.run(at())
try:
    asyncio.run(main())
except TimeoutError as e:
    print("outside", repr(e))
