import asyncio
async def leaf(n):
    await asyncio.sleep(0)
    raise ValueError(n)
async def group(n):
    async with asyncio.TaskGroup() as tg:
        for i in range(n):
            tg.create_task(leaf(i))
async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(group(2), name="inner")
        tg.create_task(leaf("x"))
        try:
            await asyncio.sleep(5)
        finally:
            print("body cancelled")
try: asyncio.run(main())
except* ValueError as e:
    print(e, [type(x).__name__ for x in e.exceptions])
    raise
