import asyncio


async def producer(name, queue, count):
    for i in range(count):
        await asyncio.sleep(0.1)
        await queue.put((name, i))
        print("put", name, i)
    print("producer", name, "done")


async def consumer(queue):
    while True:
        item = await queue.get()
        print("got", item)
        await asyncio.sleep(0.15)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    consumers = [asyncio.create_task(consumer(queue)) for _ in range(2)]
    await asyncio.gather(producer("a", queue, 3), producer("b", queue, 2))
    await queue.join()
    for task in consumers:
        task.cancel()
    print(await asyncio.gather(*consumers, return_exceptions=True))


asyncio.run(main())
