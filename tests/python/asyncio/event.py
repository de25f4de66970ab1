import asyncio


async def waiter(event, name):
    print(name, "waits")
    print(name, await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, n)) for n in "abc"]
    await asyncio.sleep(0.1)
    print(event.is_set())
    event.set()
    print(event.is_set())
    await asyncio.gather(*tasks)
    await event.wait()
    event.clear()
    print(event.is_set())
    try:
        await asyncio.wait_for(event.wait(), 0.1)
    except TimeoutError:
        print("not set any more")


asyncio.run(main())
