import asyncio


async def echo():
    received = None
    while True:
        try:
            received = yield received
            print("received", received)
            await asyncio.sleep(0)
        except ValueError as e:
            print("caught", e)
            received = "after the error"


async def main():
    generator = echo()
    print(await generator.asend(None))
    print(await generator.asend("one"))
    print(await generator.asend("two"))
    print(await generator.athrow(ValueError("thrown in")))
    try:
        await generator.athrow(KeyError("not caught"))
    except KeyError as e:
        print("KeyError", e)
    try:
        await generator.asend(1)
    except StopAsyncIteration:
        print("finished")
    fresh = echo()
    try:
        await fresh.asend("too early")
    except TypeError as e:
        print(e)


asyncio.run(main())
