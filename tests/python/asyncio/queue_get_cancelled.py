import asyncio


async def main():
    queue = asyncio.Queue()
    first = asyncio.create_task(queue.get())
    second = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    first.cancel()
    await queue.put("item")
    print(await second)
    try:
        await first
    except asyncio.CancelledError:
        print("first was cancelled")
    print(queue.empty())


asyncio.run(main())
