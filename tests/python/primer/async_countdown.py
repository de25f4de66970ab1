import asyncio


async def countdown(name, n):
    while n > 0:
        print(f"{name}:{n}")
        await asyncio.sleep(1)
        n -= 1
    return f"{name}完成"


async def main():
    results = await asyncio.gather(countdown("甲", 3), countdown("乙", 2))
    print(results)


asyncio.run(main())
