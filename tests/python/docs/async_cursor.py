import asyncio


class Cursor:
    def __init__(self, rows, chunk):
        self.rows, self.chunk = rows, chunk
        self.buffer = []

    async def __aenter__(self):
        print("open")
        return self

    async def __aexit__(self, *exc):
        print("close", exc[0])

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.buffer:
            await asyncio.sleep(0.05)
            self.buffer, self.rows = self.rows[:self.chunk], self.rows[self.chunk:]
            print("fetched", len(self.buffer))
        if not self.buffer:
            raise StopAsyncIteration
        return self.buffer.pop(0)


async def main():
    async with Cursor(list(range(7)), 3) as cursor:
        async for row in cursor:
            print("row", row)


asyncio.run(main())
