import asyncio
import time


async def ticker(log):
    for i in range(4):
        log.append(("tick", i, round(time.monotonic() - start, 1)))
        await asyncio.sleep(0.1)


async def blocker(log):
    await asyncio.sleep(0.17)
    time.sleep(0.56)
    log.append(("blocked until", round(time.monotonic() - start, 1)))


async def main():
    log = []
    await asyncio.gather(ticker(log), blocker(log))
    for row in log:
        print(*row)


start = time.monotonic()
asyncio.run(main())
