import asyncio
import time


async def slow():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("slow is cancelled")
        raise


async def main():
    start = time.monotonic()
    try:
        await asyncio.wait_for(slow(), timeout=0.2)
    except TimeoutError as e:
        print("timeout", repr(e), repr(e.__cause__))
    print(f"{time.monotonic() - start:.1f}")
    print(await asyncio.wait_for(asyncio.sleep(0.1, "value"), timeout=1))
    print(await asyncio.wait_for(asyncio.sleep(0.1, "no limit"), timeout=None))
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0)
    except asyncio.TimeoutError:
        print("at once", asyncio.TimeoutError is TimeoutError)


asyncio.run(main())
