import asyncio


async def main():
    sleep = lambda n: asyncio.sleep(n, f"slept {n}")
    print(await sleep(0.1))
    results = []

    async def collect(n):
        async def inner():
            results.append(n)
            return n
        return await inner() + 1

    print([await collect(n) for n in range(3)], results)
    print(await asyncio.gather(*[collect(n) for n in range(3)]), results)
    f = (await collect(10), await collect(20))
    print(f, {await collect(1): await collect(2)}, f"{await collect(5)}", await collect(1) if await collect(0) else None)
    x = await collect(1) + await collect(2) * await collect(3)
    print(x, not await collect(0), -await collect(4))


asyncio.run(main())
