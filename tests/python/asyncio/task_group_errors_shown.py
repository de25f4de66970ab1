import asyncio, sys
async def work(n):
    await asyncio.sleep(n)
    if n > 0.15: raise ValueError(f"work {n}")
    return n
async def main():
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(work(0.1)), tg.create_task(work(0.2), name="second")]
        print(tg)
async def outer():
    try:
        await main()
    except BaseExceptionGroup as e:
        e.add_note("added in outer")
        raise
try:
    asyncio.run(outer())
except ExceptionGroup as eg:
    print(eg.message, [repr(e) for e in eg.exceptions], eg.__notes__)
    first = eg.exceptions[0]
    print(first.__traceback__.tb_frame.f_code.co_name, first.__cause__, first.__context__)
async def multi():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work(0.2)); tg.create_task(work(0.2)); tg.create_task(multi2())
async def multi2():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work(0.2)); 
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: raise KeyError("replaced")
asyncio.run(multi())
