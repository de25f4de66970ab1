import asyncio
import sys


async def leaver():
    await asyncio.sleep(0.1)
    print("leaving")
    sys.exit(5)


async def main():
    task = asyncio.create_task(leaver())
    try:
        await asyncio.sleep(1)
    finally:
        print("main is cleaned up")


asyncio.run(main())
