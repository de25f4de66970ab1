import asyncio


async def work(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    group = asyncio.gather(work("a"), work("b"))
    await asyncio.sleep(0.1)
    print(group.cancel())
    try:
        await group
    except asyncio.CancelledError as e:
        print("gather cancelled", e.args)
    print(group.cancelled(), group.done())


asyncio.run(main())
