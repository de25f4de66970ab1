import asyncio


class Both:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return iter(range(self.n))

    async def __aiter__(self):
        for i in range(self.n):
            yield i * 10


async def main():
    both = Both(3)
    print([x for x in both], [x async for x in both])
    print(list(both), sum([x async for x in both]))


asyncio.run(main())
