import asyncio


async def worker(lock, name):
    async with lock:
        print(name, "has it")
        await asyncio.sleep(0.1)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(worker(lock, n)) for n in "abc"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    lock.release()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
