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
    # The iterator of the page has no __aiter__ of its own.
    async for x in aiter(AsyncIterable(10)):
        print(x)


asyncio.run(main())
