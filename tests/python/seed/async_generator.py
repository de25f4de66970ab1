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


async def countdown(n):
    while n:
        await asyncio.sleep(0.1)
        yield n
        n -= 1


async def doubled(source):
    async for x in source:
        yield x * 2


async def main():
    async for x in countdown(3):
        print(x)
    async for x in doubled(AsyncIterable(3)):
        print(x)
    print([x async for x in doubled(doubled(countdown(4)))])
    generator = countdown(2)
    print(aiter(generator) is generator, await anext(generator), await anext(generator), await anext(generator, None))


asyncio.run(main())
