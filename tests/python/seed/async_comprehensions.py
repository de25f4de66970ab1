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


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def main():
    print([x async for x in AsyncIterable(5)])
    print([x async for x in AsyncIterable(10) if x % 3 == 0])
    print({x % 3 async for x in AsyncIterable(10)} == {0, 1, 2})
    print({x: x * x async for x in AsyncIterable(4)})
    print([(x, y) async for x in AsyncIterable(3) for y in range(x)])
    print([(x, y) for x in range(2) async for y in AsyncIterable(2)])
    print([await double(x) for x in range(4)])
    print([await double(x) async for x in AsyncIterable(4)])
    print([[y async for y in AsyncIterable(x)] async for x in AsyncIterable(4)])
    print(sorted({await double(x) for x in (3, 1, 2)}))
    generator = (x async for x in AsyncIterable(3))
    print(type(generator).__name__)
    async for x in generator:
        print("from the expression", x)


asyncio.run(main())
