import asyncio
async def child(n):
    await asyncio.sleep(0.01)
    raise ValueError(f"child {n}")
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child(1))
            tg.create_task(child(2))
    except* ValueError as eg:
        print(repr(eg), eg.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child(1))
            raise KeyError("body")
    except* KeyError as eg:
        print(repr(eg))
    try:
        async with asyncio.TaskGroup() as tg:
            t = tg.create_task(asyncio.sleep(10))
            t.cancel()
    except BaseExceptionGroup as e: print("no", e)
    print("t", t.cancelled())
    async with asyncio.TaskGroup() as tg:
        t1 = tg.create_task(asyncio.sleep(0.1, "a"), name="first")
        t2 = tg.create_task(asyncio.sleep(0.1, "b"))
    print(t1.result(), t2.result(), t1.get_name())
    try: tg.create_task(asyncio.sleep(0))
    except RuntimeError as e: print(e)
    tg = asyncio.TaskGroup()
    c = asyncio.sleep(0)
    try: tg.create_task(c)
    except RuntimeError as e: print(e)
    async def t():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(child(3))
            await asyncio.sleep(10)
    task = asyncio.create_task(t())
    await asyncio.sleep(0)
    task.cancel()
    try: await task
    except asyncio.CancelledError as e: print(repr(e))
asyncio.run(main())
