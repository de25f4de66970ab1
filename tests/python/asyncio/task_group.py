import asyncio


async def work(name, delay):
    await asyncio.sleep(delay)
    print("done", name)
    return name


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(work("a", 0.2))
        b = tg.create_task(work("b", 0.1), name="B")
        print("started", b.get_name())
    print(a.result(), b.result())
    async with asyncio.TaskGroup() as tg:
        pass
    print("empty group is fine")
    try:
        tg.create_task(work("late", 0))
    except RuntimeError as e:
        print("finished:", str(e).endswith("is finished"))


asyncio.run(main())
