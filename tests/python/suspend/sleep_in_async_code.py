import asyncio
import time


class Resource:
    async def __aenter__(self):
        time.sleep(0.1)
        await asyncio.sleep(0.1)
        return self

    async def __aexit__(self, *args):
        time.sleep(0.1)

    def __aiter__(self):
        self.n = 0
        time.sleep(0.1)
        return self

    async def __anext__(self):
        time.sleep(0.1)
        self.n += 1
        if self.n > 3:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        return self.n


async def main():
    start = time.monotonic()
    async with Resource() as resource:
        async for n in resource:
            print(n)
        print([n async for n in resource if time.sleep(0.1) is None])
    print(round(time.monotonic() - start, 1))


asyncio.run(main())
