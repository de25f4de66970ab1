import asyncio


async def show(n):
    print("running", n, asyncio.get_running_loop() is not None)
    return n


with asyncio.Runner() as runner:
    print(runner.run(show(1)))
    print(runner.run(show(2)))
    loop = runner.get_loop()
    print(loop.is_running(), loop.is_closed())
print(loop.is_closed())
try:
    runner.run(None)
except (RuntimeError, ValueError, TypeError) as e:
    print(type(e).__name__, e)
