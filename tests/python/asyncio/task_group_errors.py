import asyncio


async def work(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "finished")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def fail(delay, error):
    await asyncio.sleep(delay)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work("a", 1))
            tg.create_task(fail(0.1, ValueError("one")))
            tg.create_task(fail(0.1, TypeError("two")))
            tg.create_task(work("b", 0.05))
    except* ValueError as group:
        print("values", group.exceptions)
    except* TypeError as group:
        print("types", group.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work("c", 1))
            await asyncio.sleep(0)
            raise RuntimeError("in the body")
    except ExceptionGroup as group:
        print(repr(group), group.message)


asyncio.run(main())
