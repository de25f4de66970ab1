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

# 创建异步可迭代对象
async_iterable = AsyncIterable(10)

# 获取迭代器
async_iterator = aiter(async_iterable)
print(async_iterator)