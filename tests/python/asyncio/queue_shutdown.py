import asyncio


async def consumer(queue):
    try:
        while True:
            print("got", await queue.get())
            queue.task_done()
    except asyncio.QueueShutDown as e:
        print("shut down", repr(e))


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(consumer(queue))
    await queue.put(1)
    await queue.put(2)
    queue.shutdown()
    try:
        await queue.put(3)
    except asyncio.QueueShutDown:
        print("no more puts")
    await task
    print("joined", await queue.join())


asyncio.run(main())
