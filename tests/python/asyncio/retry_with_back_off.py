import asyncio
import time

attempts = 0


async def flaky():
    global attempts
    attempts += 1
    await asyncio.sleep(0.01)
    if attempts < 4:
        raise ConnectionError(f"attempt {attempts}")
    return "finally"


async def retry(f, tries=5, delay=0.1):
    for i in range(tries):
        try:
            return await f()
        except ConnectionError as e:
            print(e, f"waiting {delay * 2 ** i:.1f}")
            await asyncio.sleep(delay * 2 ** i)
    raise RuntimeError("gave up")


start = time.monotonic()
print(asyncio.run(retry(flaky)), round(time.monotonic() - start, 2))
