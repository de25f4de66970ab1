import asyncio


def bad():
    raise ValueError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad)
    loop.call_later(0.1, lambda: 1 / 0)
    await asyncio.sleep(0.2)
    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"], repr(context["exception"])))
    loop.call_soon(bad)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand", "exception": None})


asyncio.run(main())
