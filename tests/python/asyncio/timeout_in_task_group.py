import asyncio


async def work(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        async with asyncio.timeout(0.5):
            async with asyncio.TaskGroup() as group:
                group.create_task(work("quick", 0.1))
                group.create_task(work("slow", 5))
    except TimeoutError:
        print("timed out")
    async with asyncio.TaskGroup() as group:
        task = group.create_task(asyncio.wait_for(work("waited", 1), 2))
    print(task.result())


asyncio.run(main())
