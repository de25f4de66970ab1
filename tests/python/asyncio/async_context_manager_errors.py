import asyncio


class NoExit:
    async def __aenter__(self):
        pass


class SyncManager:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass


class NotAwaitable:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *args):
        pass


async def main():
    for manager in (5, NoExit(), SyncManager(), NotAwaitable()):
        try:
            async with manager:
                print("never")
        except (TypeError, AttributeError) as e:
            print(type(e).__name__, e)
    try:
        with asyncio.Lock():
            pass
    except TypeError as e:
        print(e)
    try:
        for x in asyncio.Queue():
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
