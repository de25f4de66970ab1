import asyncio
async def leak():
    await asyncio.Event().wait()
async def main():
    asyncio.create_task(leak(), name="leaky")
    asyncio.create_task(fail())
    await asyncio.sleep(0)
    raise RuntimeError("main fails")
async def fail():
    try: await asyncio.sleep(100)
    except asyncio.CancelledError: raise ValueError("during shutdown")
asyncio.run(main())
