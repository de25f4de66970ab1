import asyncio


async def plain(n):
    return n + 1


async def other():
    print("other runs")


async def main():
    asyncio.create_task(other())
    total = 0
    for _ in range(1000):
        total = await plain(total)
    print("no switch so far", total)
    await asyncio.sleep(0)
    print("one switch")


asyncio.run(main())
