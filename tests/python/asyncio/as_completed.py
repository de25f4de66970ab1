import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    for future in asyncio.as_completed([work("a", 0.3), work("b", 0.1), work("c", 0.2)]):
        print(await future)
    tasks = {asyncio.create_task(work(n, d)) for n, d in (("x", 0.2), ("y", 0.1))}
    async for task in asyncio.as_completed(tasks):
        print(task.result(), task in tasks)
    try:
        for future in asyncio.as_completed([work("late", 1), work("early", 0.1)], timeout=0.5):
            print(await future)
    except TimeoutError as e:
        print("timeout", e.args)


asyncio.run(main())
