import asyncio
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def one_after_the_other():
    start = time.monotonic()
    await say_after(1, 'hello')
    await say_after(2, 'world')
    print(f"took {time.monotonic() - start:.1f}")


async def together():
    start = time.monotonic()
    task1 = asyncio.create_task(say_after(1, 'hello'))
    task2 = asyncio.create_task(say_after(2, 'world'))
    await task1
    await task2
    print(f"took {time.monotonic() - start:.1f}")


async def group():
    start = time.monotonic()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(say_after(1, 'hello'))
        tg.create_task(say_after(2, 'world'))
    print(f"took {time.monotonic() - start:.1f}")


asyncio.run(one_after_the_other())
asyncio.run(together())
asyncio.run(group())
