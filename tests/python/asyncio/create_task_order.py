import asyncio


async def work(name, steps):
    for i in range(steps):
        print(name, i)
        await asyncio.sleep(0)
    return name


async def main():
    print("main before")
    a = asyncio.create_task(work("a", 3))
    b = asyncio.create_task(work("b", 2))
    print("main after")
    print(await a)
    print(await b, a.done(), a.result())


asyncio.run(main())
