import asyncio
from contextlib import aclosing


async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        await asyncio.sleep(0.1)
        print("closed in time")


async def main():
    async with aclosing(numbers()) as source:
        async for x in source:
            print(x)
            if x == 2:
                break
    print("after")


asyncio.run(main())
