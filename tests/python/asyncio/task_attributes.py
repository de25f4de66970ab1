import asyncio


async def work():
    task = asyncio.current_task()
    print(task.get_name(), task.done(), task.cancelled())
    await asyncio.sleep(0)
    return 7


async def main():
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    task = asyncio.create_task(work(), name="worker")
    print(task)
    print(len(asyncio.all_tasks()), task.get_coro().__name__)
    try:
        task.result()
    except asyncio.InvalidStateError as e:
        print(e)
    await asyncio.sleep(0)
    print(task)
    await task
    print(task)
    print(task.result(), task.exception(), task.cancel())
    task.set_name("renamed")
    print(task.get_name())
    other = asyncio.create_task(work())
    print(other.get_name())
    await other
    try:
        task.set_result(1)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
