import asyncio

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

async def main():
    it = AsyncIterator(10)
    while (value := await anext(it, None)) is not None:
        print(value)

asyncio.run(main())
