import asyncio


async def fail(message, delay):
    await asyncio.sleep(delay)
    raise ValueError(message)


async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fail("first", 0.1))
        tg.create_task(fail("second", 0.1))


asyncio.run(main())
