import asyncio
import functools
import time


def timed(f):
    @functools.wraps(f)
    async def wrapper(*args):
        start = time.monotonic()
        try:
            return await f(*args)
        finally:
            print(f.__name__, round(time.monotonic() - start, 1))
    return wrapper


class Service:
    @timed
    async def fetch(self, n):
        await asyncio.sleep(n)
        return n

    async def __call__(self, n):
        return await self.fetch(n)

    @staticmethod
    async def static():
        return "static"

    @classmethod
    async def make(cls):
        await asyncio.sleep(0)
        return cls()

    @property
    async def later(self):
        return await asyncio.sleep(0.1, "property")


async def main():
    service = await Service.make()
    print(await service(0.2), await Service.static(), await service.later)
    print(await asyncio.gather(*map(service.fetch, (0.1, 0.3))))


asyncio.run(main())
