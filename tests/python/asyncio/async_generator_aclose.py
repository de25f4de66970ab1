import asyncio


async def numbers():
    try:
        for i in range(10):
            print("yielding", i)
            yield i
    except GeneratorExit:
        print("GeneratorExit")
        raise
    finally:
        await asyncio.sleep(0.1)
        print("clean-up")


async def main():
    generator = numbers()
    async for x in generator:
        if x == 1:
            break
    print("left the loop")
    await generator.aclose()
    print("closed")
    print(await anext(generator, "exhausted"))
    await generator.aclose()
    fresh = numbers()
    await fresh.aclose()
    print("closed before it began")


asyncio.run(main())
