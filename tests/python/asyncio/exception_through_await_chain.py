import asyncio
import traceback


async def inner():
    await asyncio.sleep(0)
    raise KeyError("inner")


async def middle():
    try:
        await inner()
    except KeyError as e:
        raise ValueError("middle") from e


async def main():
    try:
        await asyncio.create_task(middle())
    except ValueError:
        traceback.print_exc()
    try:
        await asyncio.gather(middle(), asyncio.sleep(1))
    except ValueError as e:
        print(repr(e), repr(e.__cause__))


asyncio.run(main())
