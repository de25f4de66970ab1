import asyncio
async def main():
    try:
        async with asyncio.timeout(0.1) as cm:
            print(cm, cm.when() is not None)
            await asyncio.sleep(1)
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__), cm.expired(), cm)
    async with asyncio.timeout(None) as cm:
        print(cm)
        cm.reschedule(asyncio.get_running_loop().time() + 10)
        await asyncio.sleep(0.01)
    print(cm.expired())
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.1)
    except asyncio.TimeoutError as e:
        print(repr(e), repr(e.__cause__))
    print(await asyncio.wait_for(asyncio.sleep(0, "v"), None))
    async with asyncio.timeout(0.1):
        await asyncio.sleep(5)
asyncio.run(main())
