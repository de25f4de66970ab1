import time


def pause(value=None):
    time.sleep(0.01)
    return value


import asyncio


class Manager:
    async def __aenter__(self):
        pause()
        await asyncio.sleep(0.01)
        return pause("entered")

    async def __aexit__(self, *exc):
        print("aexit", pause(exc[0]))
        await asyncio.sleep(0)
        return True


class Iterator:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return pause(self)

    async def __anext__(self):
        if pause(self.n) == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return pause(self.n)


class Awaitable:
    def __await__(self):
        pause()
        yield
        return pause("awaited")


async def generator(n):
    try:
        for i in range(n):
            got = yield pause(i)
            await asyncio.sleep(0)
            print("got", got)
    finally:
        print("agen finally", pause())


async def coro(x):
    pause()
    await asyncio.sleep(0.01)
    return pause(x)


async def main():
    async with Manager() as m, Manager():
        print(m)
        raise pause(ValueError)
    async for x in Iterator(2):
        print(x, end=" ")
    else:
        print("else", pause())
    print([x async for x in Iterator(3) if pause(x != 1)], {x: await coro(x) async for x in Iterator(2)}, [await coro(x) for x in range(2)])
    print(await Awaitable(), await anext(Iterator(1)), await anext(Iterator(0), pause("default")))
    async for x in generator(2):
        pause(x)
    agen = generator(3)
    print(await agen.asend(None), await agen.asend("sent"))
    await agen.aclose()
    print(await asyncio.gather(coro(1), coro(2)), await asyncio.wait_for(coro(3), 1))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(coro(i)) for i in range(2)]
    print([t.result() for t in tasks])
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("callback", pause(f.result())))
    asyncio.get_running_loop().call_soon(lambda: future.set_result(pause("set")))
    asyncio.get_running_loop().call_later(0.01, lambda: print("later", pause()))
    print(await future)
    await asyncio.sleep(0.02)
    queue = asyncio.Queue()
    async def producer():
        for i in range(2):
            await queue.put(pause(i))
    task = asyncio.create_task(producer())
    print(await queue.get(), await queue.get())
    await task
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    task.cancel(pause("message"))
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", pause(e.args))
    lock = asyncio.Lock()
    async with lock:
        pause()
    try:
        async with asyncio.timeout(0.001):
            pause()
            await asyncio.sleep(1)
    except TimeoutError:
        print("timeout", pause())


asyncio.run(main())
