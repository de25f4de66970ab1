import asyncio


def callback(task):
    if task.cancelled():
        print(task.get_name(), "cancelled")
    elif task.exception():
        print(task.get_name(), "failed", repr(task.exception()))
    else:
        print(task.get_name(), "gave", task.result())


async def work(n):
    await asyncio.sleep(n / 10)
    if n == 2:
        raise ValueError(n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n), name=f"t{n}") for n in range(4)]
    for task in tasks:
        task.add_done_callback(callback)
    tasks[3].add_done_callback(lambda t: 1 / 0)
    await asyncio.sleep(0.25)
    tasks[3].cancel()
    await asyncio.sleep(0.1)


asyncio.run(main())
