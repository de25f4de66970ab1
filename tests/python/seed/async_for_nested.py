import asyncio


class AsyncIterator:
    def __init__(self, stop):
        self.__stop = stop
        self.__current = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.__current >= self.__stop:
            raise StopAsyncIteration
        await asyncio.sleep(0.1)
        self.__current += 1
        return self.__current - 1


class AsyncIterable:
    def __init__(self, stop):
        self.stop = stop

    def __aiter__(self):
        return AsyncIterator(self.stop)


async def main():
    async for x in AsyncIterable(3):
        async for y in AsyncIterable(x + 1):
            print(x, y)
            async for z in AsyncIterable(5):
                if z == y:
                    break
            print("  z", z)


asyncio.run(main())
