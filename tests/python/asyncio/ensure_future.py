import asyncio


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return "awaited"


async def main():
    task = asyncio.ensure_future(asyncio.sleep(0.1, "slept"))
    print(asyncio.ensure_future(task) is task, await task)
    print(await asyncio.ensure_future(Awaitable()), await Awaitable())
    try:
        asyncio.ensure_future(5)
    except TypeError as e:
        print(e)
    print(await asyncio.gather(Awaitable(), asyncio.sleep(0, 1)))


asyncio.run(main())
