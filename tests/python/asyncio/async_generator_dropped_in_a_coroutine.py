import asyncio


async def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print("closing", name)
        await asyncio.sleep(0)
        print("closed", name)


async def main():
    async for x in numbers("a"):
        break
    print("after the loop")
    await asyncio.sleep(0)
    print("one turn later")
    await asyncio.sleep(0)
    print("two turns later")
    await asyncio.sleep(0)
    print("three turns later")


asyncio.run(main())
