import asyncio
async def bad():
    raise ValueError("never retrieved")
async def main():
    asyncio.create_task(bad())
    await asyncio.sleep(0.01)
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, ctx: print("handler", sorted(ctx), ctx["message"]))
    asyncio.create_task(bad(), name="second")
    await asyncio.sleep(0.01)
    f = loop.create_future()
    f.set_exception(KeyError("fut"))
    del f
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    f = loop.create_future()
    f.set_exception(KeyError("fut"))
    del f
    loop.call_soon(lambda: 1/0)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "custom", "foo": 1, "exception": ValueError("q")})
    def h(loop, ctx): raise RuntimeError("in handler")
    loop.set_exception_handler(h)
    loop.call_exception_handler({"message": "custom"})
    try: loop.set_exception_handler(5)
    except TypeError as e: print(e)
asyncio.run(main())
