import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop.is_running(), loop.is_closed(), loop.get_debug(), type(loop.time()).__name__)
    print(isinstance(loop, asyncio.AbstractEventLoop), loop.get_task_factory(), loop.get_exception_handler())
    try:
        loop.run_until_complete(asyncio.sleep(0))
    except RuntimeError as e:
        print(e)
    try:
        loop.close()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
