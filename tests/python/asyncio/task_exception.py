import asyncio


async def fail():
    await asyncio.sleep(0)
    raise KeyError("missing")


async def main():
    task = asyncio.create_task(fail())
    try:
        await task
    except KeyError as e:
        print("caught", e)
    print(task.done(), task.cancelled(), repr(task.exception()), task)
    try:
        task.result()
    except KeyError as e:
        print("again", e)


asyncio.run(main())
