import asyncio


async def worker():
    try:
        while True:
            print("working")
            await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        print("cancelled:", e)
        raise
    finally:
        print("clean-up")


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(2.5)
    print(task.cancel("stop now"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as e:
        print("main saw", repr(e))
    print(task.cancelled(), task.done(), task.cancel())
    try:
        task.exception()
    except asyncio.CancelledError as e:
        print("exception() raises", repr(e))
    early = asyncio.create_task(worker())
    early.cancel()
    try:
        await early
    except asyncio.CancelledError:
        print("never started")


asyncio.run(main())
