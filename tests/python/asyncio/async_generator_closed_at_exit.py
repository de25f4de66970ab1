import asyncio


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed by", "the loop")


async def main():
    async for x in numbers():
        print(x)
        break
    generator = numbers()
    print(await anext(generator))
    print("main ends")


asyncio.run(main())
print("after run")
