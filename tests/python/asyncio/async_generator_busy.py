import asyncio


async def slow():
    await asyncio.sleep(0.1)
    yield 1


async def main():
    generator = slow()
    first = asyncio.create_task(wrap(generator))
    await asyncio.sleep(0)
    try:
        await anext(generator)
    except RuntimeError as e:
        print(e)
    print(await first)


async def wrap(generator):
    return await anext(generator)


asyncio.run(main())
