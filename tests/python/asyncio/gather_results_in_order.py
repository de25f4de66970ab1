import asyncio


async def work(name, delay):
    print("start", name)
    await asyncio.sleep(delay)
    print("end", name)
    return name


async def main():
    print(await asyncio.gather(work("a", 0.3), work("b", 0.1), work("c", 0.2)))
    print(await asyncio.gather())
    coro = work("same", 0)
    print(await asyncio.gather(coro, coro, work("other", 0)))


asyncio.run(main())
