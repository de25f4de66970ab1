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
    async_iterator = aiter(AsyncIterable(10))
    async for x in async_iterator:
        print(x, end=" ")
    print()
    async for x in async_iterator:
        print("never", x)


asyncio.run(main())
