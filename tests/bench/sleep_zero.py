# Switches by sleep(0), 10,000 times scale in each of ten tasks.
import asyncio
import time

scale = 5  # 1 in the rows called short


async def worker():
    for _ in range(scale * 10_000):
        await asyncio.sleep(0)


async def main():
    start = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(10)))
    print((time.perf_counter() - start) * 1000)


asyncio.run(main())
