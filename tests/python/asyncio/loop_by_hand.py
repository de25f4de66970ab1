import asyncio


async def work(n):
    await asyncio.sleep(0.1)
    return n


loop = asyncio.new_event_loop()
print(loop.run_until_complete(work(1)))
loop.call_later(0.2, loop.stop)
loop.call_soon(print, "soon")
loop.run_forever()
print(loop.is_running(), loop.is_closed())
task = loop.create_task(work(5))
print(loop.run_until_complete(task))
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as e:
    print(e)
