import asyncio


async def important():
    await asyncio.sleep(0.2)
    print("important work is done")
    return "result"


async def main():
    task = asyncio.create_task(important())
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.1)
    except TimeoutError:
        print("timed out, but not cancelled:", task.cancelled())
    print(await task)
    outer = asyncio.shield(asyncio.sleep(0.1, "x"))
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled")
    await asyncio.sleep(0.2)


asyncio.run(main())
