# async for over a class with __aiter__ and __anext__ that never suspend.
import asyncio
import time

scale = 5  # 1 in the rows called short


class Numbers:
    def __init__(self, stop):
        self.current, self.stop = 0, stop

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.current >= self.stop:
            raise StopAsyncIteration
        self.current += 1
        return self.current


async def main():
    start = time.perf_counter()
    total = 0
    async for x in Numbers(scale * 300_000):
        total += x
    print((time.perf_counter() - start) * 1000)


asyncio.run(main())
