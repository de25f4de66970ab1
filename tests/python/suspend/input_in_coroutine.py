import asyncio


async def ticker():
    for i in range(3):
        print("tick", i)
        await asyncio.sleep(0.1)


async def main():
    task = asyncio.create_task(ticker())
    await asyncio.sleep(0.05)
    first = input("first: ")
    print("got", first)
    await asyncio.sleep(0.1)
    second = input("second: ")
    print("got", second)
    await task


asyncio.run(main())
