# Awaiting a plain coroutine.
import asyncio
import time

scale = 5  # 1 in the rows called short


async def add(a, b):
    return a + b


async def main():
    start = time.perf_counter()
    total = 0
    for i in range(scale * 300_000):
        total = await add(total, i)
    print((time.perf_counter() - start) * 1000)


asyncio.run(main())
