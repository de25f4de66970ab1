import asyncio

# 异步迭代器
class AsyncIterator:
    def __init__(self, stop):
        self.__stop = stop
        self.__current = 0
    
    async def __anext__(self):
        if self.__current < self.__stop:
            await asyncio.sleep(0.1)  # 模拟异步操作
            self.__current += 1
            return self.__current - 1
        else:
            raise StopAsyncIteration

# 异步可迭代对象
class AsyncIterable:
    def __init__(self, stop):
        self.__iterator = AsyncIterator(stop)

    def __aiter__(self):
        return self.__iterator


async def main():
    # __aiter__ answers an object with nothing but __anext__: that is enough for async for.
    async for x in AsyncIterable(5):
        print(x)


asyncio.run(main())
