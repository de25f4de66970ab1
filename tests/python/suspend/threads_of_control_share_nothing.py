import asyncio
import time


def produce(name, n):
    with_log = []
    for i in range(n):
        time.sleep(0.01)
        with_log.append(i)
        yield name, i, len(with_log)


async def drain(name):
    for item in produce(name, 3):
        print(*item)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(drain(n) for n in "xyz"))


asyncio.run(main())
