import asyncio


async def failing():
    yield 1
    raise ValueError("in the generator")


async def stops():
    yield 1
    raise StopAsyncIteration("not allowed")


async def main():
    for make in (failing, stops):
        try:
            async for x in make():
                print(x)
        except Exception as e:
            print(type(e).__name__, e, "| cause", repr(e.__cause__))


asyncio.run(main())
