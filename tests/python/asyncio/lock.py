import asyncio


async def worker(lock, name):
    print(name, "wants it")
    async with lock:
        print(name, "has it", lock.locked())
        await asyncio.sleep(0.1)
    print(name, "gave it back")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(lock, n) for n in "abc"))
    print(lock.locked(), await lock.acquire(), lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
