import asyncio


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("ignored the cancellation")
        return "late result"


async def failing():
    try:
        await asyncio.sleep(5)
    finally:
        raise ValueError("while being cancelled")


async def main():
    try:
        print(await asyncio.wait_for(stubborn(), 0.1))
    except TimeoutError as e:
        print("TimeoutError", e.args)
    try:
        await asyncio.wait_for(failing(), 0.1)
    except Exception as e:
        print(type(e).__name__, e, repr(e.__context__))


asyncio.run(main())
