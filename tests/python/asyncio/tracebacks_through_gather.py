import asyncio
async def a():
    await b()
async def b():
    await asyncio.gather(c(1), c(2))
async def c(n):
    await asyncio.sleep(0)
    if n == 2:
        raise LookupError("in c")
async def main():
    try:
        await asyncio.create_task(a())
    except LookupError as e:
        raise RuntimeError("main failed") from e
asyncio.run(main())
