import asyncio


class Sync:
    def __iter__(self):
        return iter([1])


class BadAiter:
    def __aiter__(self):
        return object()


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 42


class Raises:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise KeyError("from __anext__")


async def main():
    for source in (Sync(), BadAiter(), BadAnext(), Raises(), None):
        try:
            async for x in source:
                print("never", x)
        except Exception as e:
            print(type(e).__name__, e, "| cause:", repr(e.__cause__))


asyncio.run(main())
