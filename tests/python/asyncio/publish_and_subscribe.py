import asyncio


class Hub:
    def __init__(self):
        self.subscribers = []

    async def subscribe(self):
        queue = asyncio.Queue()
        self.subscribers.append(queue)
        try:
            while (message := await queue.get()) is not None:
                yield message
        finally:
            self.subscribers.remove(queue)

    def publish(self, message):
        for queue in self.subscribers:
            queue.put_nowait(message)


async def listen(hub, name):
    async for message in hub.subscribe():
        print(name, "heard", message)
        if message == 2 and name == "b":
            break
    print(name, "left")


async def main():
    hub = Hub()
    tasks = [asyncio.create_task(listen(hub, n)) for n in "ab"]
    await asyncio.sleep(0)
    for i in range(4):
        hub.publish(i)
        await asyncio.sleep(0.1)
    hub.publish(None)
    await asyncio.gather(*tasks)
    print(len(hub.subscribers))


asyncio.run(main())
