import asyncio


# __aiter__ 可以是一个异步生成器
class 数据源:
    def __init__(self, *items):
        self.items = items

    async def __aiter__(self):
        for item in self.items:
            await asyncio.sleep(0.1)  # 模拟异步操作
            yield item


async def main():
    async for x in 数据源("一", "二", "三"):
        print(x)
    it = aiter(数据源("四"))
    print(await anext(it), await anext(it, "结束"))
    print(type(it).__name__)


asyncio.run(main())
