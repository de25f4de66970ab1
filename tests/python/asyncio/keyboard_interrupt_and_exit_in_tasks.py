import asyncio
async def other():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: print('other cancelled'); raise
async def main():
    t=asyncio.create_task(other()); await asyncio.sleep(0)
    try: raise KeyboardInterrupt('x')
    finally: print('finally')
try: asyncio.run(main())
except KeyboardInterrupt as e: print('ki', e.args)
async def main2():
    async def k(): await asyncio.sleep(.1); raise SystemExit(5)
    t=asyncio.create_task(k())
    try: await asyncio.sleep(1)
    except asyncio.CancelledError: print('main2 cancelled'); raise
try: asyncio.run(main2())
except SystemExit as e: print('exit', e.code)
async def main3():
    async with asyncio.TaskGroup() as tg:
        async def k(): await asyncio.sleep(.1); raise KeyboardInterrupt('tg')
        tg.create_task(k()); tg.create_task(other())
try: asyncio.run(main3())
except BaseException as e: print(repr(e))
async def main4():
    t=asyncio.create_task(other()); await asyncio.sleep(0)
    async def err():
        try: await asyncio.sleep(10)
        finally: raise ValueError('at shutdown')
    asyncio.create_task(err()); await asyncio.sleep(0)
    return 'r4'
print(asyncio.run(main4()))
async def main5(): 
    asyncio.get_running_loop().stop(); await asyncio.sleep(0); await asyncio.sleep(0); print('no')
try: asyncio.run(main5())
except RuntimeError as e: print(e)
