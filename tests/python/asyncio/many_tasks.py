import asyncio


async def step(n):
    await asyncio.sleep(n % 7 / 10)
    return n


async def main():
    results = await asyncio.gather(*(step(n) for n in range(500)))
    print(len(results), sum(results), results[:5])
    counter = 0

    async def count():
        nonlocal counter
        for _ in range(10):
            value = counter
            await asyncio.sleep(0)
            counter = value + 1

    await asyncio.gather(*(count() for _ in range(10)))
    print(counter)


asyncio.run(main())
