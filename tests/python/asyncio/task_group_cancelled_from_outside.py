# A group cancels its tasks in the order of a set, which is no order: so what they say is sorted.
import asyncio

log = []


async def work(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work("a"))
        tg.create_task(work("b"))


async def main():
    task = asyncio.create_task(group())
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as e:
        print("the group was cancelled", e.args, sorted(log))


asyncio.run(main())
