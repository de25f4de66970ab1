import asyncio


async def numbers(queue):
    for n in range(5):
        await queue.put(n)
        await asyncio.sleep(0.05)
    await queue.put(None)


async def squares(source, target):
    while (n := await source.get()) is not None:
        await asyncio.sleep(0.02)
        await target.put(n * n)
    await target.put(None)


async def total(source):
    result = 0
    while (n := await source.get()) is not None:
        print("square", n)
        result += n
    return result


async def main():
    first, second = asyncio.Queue(1), asyncio.Queue(1)
    *_, result = await asyncio.gather(numbers(first), squares(first, second), total(second))
    print("total", result)


asyncio.run(main())
