import asyncio


async def pool(jobs, size):
    queue, results = asyncio.Queue(), {}
    for job in jobs:
        queue.put_nowait(job)

    async def worker(name):
        while not queue.empty():
            n = queue.get_nowait()
            await asyncio.sleep(n / 10)
            results[n] = name

    await asyncio.gather(*(worker(f"w{i}") for i in range(size)))
    return results


print(asyncio.run(pool([3, 1, 2, 5, 4], 2)))
