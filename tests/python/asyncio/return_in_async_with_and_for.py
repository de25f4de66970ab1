import asyncio


class Manager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await asyncio.sleep(0)
        print("exit")


async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        print("generator closed")


async def find(n):
    async with Manager():
        async for x in numbers():
            async with Manager():
                if x == n:
                    return f"found {x}"
    return "not found"


async def main():
    print(await find(1))
    print(await find(9))
    for i in range(2):
        async with Manager():
            if i == 0:
                continue
            break
    try:
        async with Manager():
            raise ValueError("v")
    except ValueError as e:
        print("caught", e)
    finally:
        await asyncio.sleep(0)
        print("finally with await")


asyncio.run(main())
