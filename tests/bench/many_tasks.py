# 20,000 tasks at a time, each suspended once.
import asyncio
import time

scale = 5  # 1 in the rows called short


async def work(n):
    await asyncio.sleep(0)
    return n


async def main():
    start = time.perf_counter()
    for _ in range(scale):
        results = await asyncio.gather(*[asyncio.create_task(work(n)) for n in range(20_000)])
        assert sum(results) == 199_990_000
    print((time.perf_counter() - start) * 1000)


asyncio.run(main())
