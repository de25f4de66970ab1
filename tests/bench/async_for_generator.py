# async for over an asynchronous generator that never suspends.
import asyncio
import time

scale = 5  # 1 in the rows called short


async def numbers(stop):
    for i in range(stop):
        yield i


async def main():
    start = time.perf_counter()
    total = 0
    async for x in numbers(scale * 300_000):
        total += x
    print((time.perf_counter() - start) * 1000)


asyncio.run(main())
