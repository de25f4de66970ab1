import asyncio


async def consumer(condition, items, name):
    async with condition:
        await condition.wait_for(lambda: items)
        print(name, "takes", items.pop(0))


async def waiter(condition, name):
    async with condition:
        print(name, await condition.wait())


async def main():
    condition = asyncio.Condition()
    items = []
    tasks = [asyncio.create_task(consumer(condition, items, n)) for n in "ab"]
    await asyncio.sleep(0.1)
    async with condition:
        items.append(1)
        condition.notify()
    await asyncio.sleep(0.1)
    async with condition:
        items.append(2)
        condition.notify_all()
    await asyncio.gather(*tasks)
    tasks = [asyncio.create_task(waiter(condition, n)) for n in "xyz"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify(2)
    await asyncio.sleep(0.1)
    print([t.done() for t in tasks])
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    try:
        condition.notify()
    except RuntimeError as e:
        print(e)
    try:
        await condition.wait()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
