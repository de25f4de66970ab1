import asyncio


async def ticker(delay, to):
    """Yield numbers from 0 to `to` every `delay` seconds."""
    for i in range(to):
        yield i
        await asyncio.sleep(delay)


async def consume(name):
    result = [f"{name}{i}" async for i in ticker(0.1, 5) if i % 2 == 0]
    print(result)


async def main():
    await asyncio.gather(consume("a"), consume("b"))
    async for i in ticker(0.1, 3):
        print("tick", i)


asyncio.run(main())
