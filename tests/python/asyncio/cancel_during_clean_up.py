import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        print("clean-up begins")
        try:
            await asyncio.sleep(1)
            print("never")
        except asyncio.CancelledError:
            print("cancelled again")
            raise


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.sleep(0.1)
    task.cancel("second")
    try:
        await task
    except asyncio.CancelledError as e:
        print("done", e.args)


asyncio.run(main())
