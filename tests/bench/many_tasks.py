# 20,000 tasks, each suspended once.
import asyncio
import time


async def work(n):
    await asyncio.sleep(0)
    return n


async def main():
    start = time.perf_counter()
    results = await asyncio.gather(*[asyncio.create_task(work(n)) for n in range(20_000)])
    assert sum(results) == 199_990_000
    print((time.perf_counter() - start) * 1000)


asyncio.run(main())
