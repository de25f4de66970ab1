import asyncio, traceback
async def a():
    try: await asyncio.sleep(1)
    except asyncio.CancelledError: raise KeyError("replaced")
async def main():
    t = asyncio.create_task(a()); await asyncio.sleep(0); t.cancel()
    try: await t
    except KeyError as e: print(repr(e.__context__)); traceback.print_exc()
    async def tg():
        async with asyncio.TaskGroup() as tg:
            try: await asyncio.sleep(1)
            except asyncio.CancelledError: raise KeyError("replaced")
    t = asyncio.create_task(tg()); await asyncio.sleep(0); t.cancel()
    try: await t
    except BaseExceptionGroup as e: print(repr(e.exceptions[0].__context__), repr(e.__context__)); traceback.print_exc()
    async def tg2():
        async with asyncio.TaskGroup() as tg2:
            tg2.create_task(tg())
            tg2.create_task(b())
    async def b(): await asyncio.sleep(0); 1/0
    t = asyncio.create_task(tg2())
    try: await t
    except BaseExceptionGroup as e: print(repr(e.exceptions[1].__context__), repr(e.__context__)); traceback.print_exc()
asyncio.run(main())
