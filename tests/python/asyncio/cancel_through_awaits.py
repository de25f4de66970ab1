import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    finally:
        print("inner finally")


async def middle():
    try:
        await inner()
    except asyncio.CancelledError:
        print("middle")
        await asyncio.sleep(0.1)
        print("middle cleaned up")
        raise


async def main():
    task = asyncio.create_task(middle())
    await asyncio.sleep(0)
    task.cancel()
    results = await asyncio.wait([task])
    print(len(results[0]), len(results[1]), task.cancelled())


asyncio.run(main())
