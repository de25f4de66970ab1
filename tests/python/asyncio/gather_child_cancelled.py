import asyncio


async def work(name):
    await asyncio.sleep(1)
    return name


async def main():
    tasks = [asyncio.create_task(work(n)) for n in "abc"]
    asyncio.get_running_loop().call_later(0.1, tasks[1].cancel, "enough")
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(results)
    tasks = [asyncio.create_task(work(n)) for n in "abc"]
    asyncio.get_running_loop().call_later(0.1, tasks[1].cancel)
    try:
        await asyncio.gather(*tasks)
    except asyncio.CancelledError:
        print("cancelled")
    print([t.done() for t in tasks])


asyncio.run(main())
