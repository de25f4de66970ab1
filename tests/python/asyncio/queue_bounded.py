import asyncio


async def main():
    queue = asyncio.Queue(maxsize=2)
    print(queue.maxsize, queue.qsize(), queue.empty(), queue.full())
    queue.put_nowait(1)
    queue.put_nowait(2)
    print(queue.qsize(), queue.empty(), queue.full())
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as e:
        print("full", repr(e))
    putter = asyncio.create_task(queue.put(3))
    await asyncio.sleep(0)
    print(putter.done())
    print(queue.get_nowait())
    await asyncio.sleep(0)
    print(putter.done(), queue.qsize())
    print(await queue.get(), await queue.get())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as e:
        print("empty", repr(e))
    for _ in range(3):
        queue.task_done()
    try:
        queue.task_done()
    except ValueError as e:
        print(e)


asyncio.run(main())
