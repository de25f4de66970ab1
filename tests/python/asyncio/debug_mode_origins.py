import asyncio
asyncio.run(asyncio.sleep(0), debug=True)
async def main():
    async def never(): pass
    never()
    print(asyncio.get_running_loop().get_debug())
    t = asyncio.create_task(never()); await t
    print(t)
    asyncio.create_task(never2())
    await asyncio.sleep(0)
async def never2():
    1/0
asyncio.run(main(), debug=True)
