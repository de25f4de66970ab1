import asyncio


async def background(name):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, "cancelled at the end")
        raise
    finally:
        print(name, "finally")


async def main():
    task = asyncio.create_task(background("task"))
    await asyncio.sleep(0.1)
    print("main ends")


asyncio.run(main())
print("after")
