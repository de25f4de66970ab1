import asyncio


async def fail():
    raise ValueError("nobody asked")


async def main():
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    del task
    print("main goes on")
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("future"))
    del future
    print("main ends")


asyncio.run(main())
