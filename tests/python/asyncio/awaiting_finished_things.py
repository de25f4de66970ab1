import asyncio


async def work():
    return "value"


async def main():
    task = asyncio.create_task(work())
    await task
    print(await task, await task)
    future = asyncio.get_running_loop().create_future()
    future.set_result(5)
    order = []
    asyncio.get_running_loop().call_soon(order.append, "callback")
    order.append(await future)
    order.append(await task)
    print(order)
    await asyncio.sleep(0)
    print(order)
    print(await asyncio.wait_for(future, 1), await asyncio.shield(future), await asyncio.gather(future, task))


asyncio.run(main())
