import asyncio


async def fail(delay):
    await asyncio.sleep(delay)
    raise ValueError(f"after {delay}")


async def work(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "finished")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        await asyncio.gather(work("slow", 0.3), fail(0.1), work("quick", 0.05))
    except ValueError as e:
        print("caught", e)
    # The others go on.
    await asyncio.sleep(0.5)
    print(await asyncio.gather(work("a", 0.1), fail(0.2), work("b", 0.3), return_exceptions=True))


asyncio.run(main())
