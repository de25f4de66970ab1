import asyncio


async def down(n):
    global deepest
    deepest = n
    await down(n + 1)


async def main():
    try:
        await down(0)
    except RecursionError as e:
        print(e, 900 < deepest < 1000)
    print("the loop goes on", await asyncio.sleep(0.1, "fine"))


asyncio.run(main())
