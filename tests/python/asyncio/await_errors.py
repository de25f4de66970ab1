import asyncio


class NotIterator:
    def __await__(self):
        return 42


class Generator:
    def __await__(self):
        return iter(["direct"])


async def coroutine():
    return 1


async def main():
    for value in (1, None, "text", [1], coroutine, NotIterator()):
        try:
            await value
        except TypeError as e:
            print(e)
    shared = coroutine()
    print(await shared)
    try:
        await shared
    except RuntimeError as e:
        print(e)
    try:
        await Generator()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
