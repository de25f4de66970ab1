import asyncio


async def runner(barrier, name, delay):
    await asyncio.sleep(delay)
    print(name, "at the barrier")
    position = await barrier.wait()
    print(name, "past it", position)


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(runner(barrier, "a", 0.1), runner(barrier, "b", 0.3), runner(barrier, "c", 0.2))
    waiting = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.abort()
    try:
        await waiting
    except asyncio.BrokenBarrierError as e:
        print(type(e).__name__, e)
    print(barrier.broken)


asyncio.run(main())
