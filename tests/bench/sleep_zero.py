# 100,000 switches by sleep(0), over ten tasks.
import asyncio
import time


async def worker():
    for _ in range(10_000):
        await asyncio.sleep(0)


async def main():
    start = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(10)))
    print((time.perf_counter() - start) * 1000)


asyncio.run(main())
