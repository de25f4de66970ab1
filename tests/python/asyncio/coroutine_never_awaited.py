import asyncio


async def forgotten():
    print("never")


async def main():
    forgotten()
    print("after the first")
    coroutine = forgotten()
    coroutine = None
    asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
