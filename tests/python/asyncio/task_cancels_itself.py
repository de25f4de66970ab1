import asyncio


async def main():
    task = asyncio.current_task()
    task.cancel("self")
    print("still running")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print("now", e.args, task.cancelling(), task.uncancel())
    await asyncio.sleep(0)
    print("goes on")


asyncio.run(main())
