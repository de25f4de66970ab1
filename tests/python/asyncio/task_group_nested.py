# A group cancels its tasks in the order of a set, which is no order: so what they say is sorted.
import asyncio

log = []


async def leaf(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ValueError(name)
        print(name, "done")
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def branch(name, fail):
    async with asyncio.TaskGroup() as group:
        group.create_task(leaf(name + "1", 0.1))
        group.create_task(leaf(name + "2", 0.2, fail))
        group.create_task(leaf(name + "3", 0.3))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(branch("a", False))
            group.create_task(branch("b", True))
            group.create_task(leaf("c", 1))
    except* ValueError as e:
        print(repr(e), sorted(log))


asyncio.run(main())
