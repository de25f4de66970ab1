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
        print(x)
    else:
        print("else after the end")
    async for x in AsyncIterable(3):
        print(x)
        if x == 1:
            break
    else:
        print("never")
    async for x in AsyncIterable(0):
        print("never")
    else:
        print("else of nothing")
    async for x in AsyncIterable(4):
        if x % 2:
            continue
        print("even", x)
    else:
        print("else after continue")


asyncio.run(main())
