import asyncio
async def agen():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print("finalized")
async def main():
    g = agen()
    print(await anext(g))
    print("leaving main")
asyncio.run(main())
print("after")
async def agen2():
    try:
        yield 1
    finally:
        raise ValueError("in cleanup")
async def main():
    async for x in agen2():
        break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    g = agen2()
    await anext(g)
    global keep
    keep = g
asyncio.run(main())
