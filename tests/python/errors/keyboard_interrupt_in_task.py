import asyncio


async def interrupter():
    await asyncio.sleep(0.1)
    raise KeyboardInterrupt("by hand")


async def main():
    try:
        await interrupter()
    finally:
        print("cleaned up")


try:
    asyncio.run(main())
except KeyboardInterrupt as e:
    print("caught", repr(e))
