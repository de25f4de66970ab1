import asyncio


async def main():
    priority = asyncio.PriorityQueue()
    lifo = asyncio.LifoQueue()
    for n in (5, 1, 4, 2, 3):
        await priority.put(n)
        await lifo.put(n)
    print([await priority.get() for _ in range(5)])
    print([await lifo.get() for _ in range(5)])
    await priority.put((2, "b"))
    await priority.put((1, "z"))
    await priority.put((2, "a"))
    print(priority.qsize(), [priority.get_nowait() for _ in range(3)])


asyncio.run(main())
