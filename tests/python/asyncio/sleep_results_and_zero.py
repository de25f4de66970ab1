import asyncio
import time


async def main():
    start = time.monotonic()
    print(await asyncio.sleep(0.1, "result"))
    print(await asyncio.sleep(0), await asyncio.sleep(-1, "negative"))
    print(f"{time.monotonic() - start:.1f}")
    try:
        await asyncio.sleep("1")
    except TypeError as e:
        print(e)
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as e:
        print(e)


asyncio.run(main())
