# by-hand: because the referee has no threads; /usr/bin/python3 prints the same
import asyncio, time
t0=time.monotonic()
def el(): return f'{time.monotonic()-t0:.1f}'
def block(n):
    print('start', n, el()); time.sleep(n); print('end', n, el()); return n
async def main():
    print(await asyncio.gather(asyncio.to_thread(block, 1), asyncio.to_thread(block, .5), asyncio.sleep(.7, 's')), el())
    t=asyncio.create_task(asyncio.to_thread(block, 2))
    await asyncio.sleep(.1); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled', el())
    loop=asyncio.get_running_loop()
    f=loop.create_future()
    def other():
        time.sleep(.3); loop.call_soon_threadsafe(f.set_result, 'from beside')
        try: asyncio.get_running_loop()
        except RuntimeError as e: return str(e)
    r=loop.run_in_executor(None, other)
    print(await f, el(), await r)
    def bad(): raise KeyError('b')
    try: await asyncio.to_thread(bad)
    except KeyError as e: print(repr(e))
    x=await asyncio.wait_for(asyncio.to_thread(block,.1),1); print(x)
    try: await asyncio.wait_for(asyncio.to_thread(block,3),1)
    except TimeoutError: print('timeout', el())
    print('main ends', el())
asyncio.run(main())
print('end', el())
