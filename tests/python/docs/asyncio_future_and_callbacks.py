import asyncio


async def set_after(fut, delay, value):
    await asyncio.sleep(delay)
    fut.set_result(value)


def callback(name, fut):
    print(name, fut.result())


async def main():
    import functools
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    fut.add_done_callback(functools.partial(callback, "Future:"))
    loop.create_task(set_after(fut, 1, '... world'))
    print('hello ...')
    print(await fut)


asyncio.run(main())
