import asyncio
async def main():
    loop=asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as cm:
            print(cm)
            await asyncio.sleep(5)
    except TimeoutError as e: print(repr(e), repr(e.__cause__), cm, cm.expired())
    async with asyncio.timeout(1) as cm: await asyncio.sleep(.5)
    print(cm, cm.expired(), cm.when() is not None)
    async with asyncio.timeout(None) as cm:
        print(cm.when(), cm); cm.reschedule(loop.time()+2)
        await asyncio.sleep(1); 
    try:
        async with asyncio.timeout(.5):
            try:
                async with asyncio.timeout(1): await asyncio.sleep(5)
            except TimeoutError: print('inner?')
    except TimeoutError: print('outer')
    try:
        async with asyncio.timeout(1):
            try:
                async with asyncio.timeout(.5): await asyncio.sleep(5)
            except TimeoutError: print('inner')
            await asyncio.sleep(5)
    except TimeoutError: print('then outer')
    for d in (0,-1):
        try:
            async with asyncio.timeout(d):
                print('in'); await asyncio.sleep(0); print('after sleep0'); await asyncio.sleep(0); print('?')
        except TimeoutError: print('zero')
    try:
        async with asyncio.timeout_at(loop.time()+.1): await asyncio.sleep(1)
    except TimeoutError: print('at')
    # exception inside after expiry
    try:
        async with asyncio.timeout(.1):
            try: await asyncio.sleep(1)
            finally: raise ValueError('x')
    except ValueError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
    # swallowed
    async with asyncio.timeout(.1) as cm:
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: print('swallowed', asyncio.current_task().cancelling())
    print(cm.expired(), asyncio.current_task().cancelling(), cm)
    # cancelled from outside at the same time
    async def w():
        async with asyncio.timeout(1): await asyncio.sleep(5)
    t=asyncio.create_task(w()); await asyncio.sleep(.5); t.cancel('outside')
    try: await t
    except BaseException as e: print(repr(e))
    t=asyncio.create_task(w()); loop.call_later(1, t.cancel, 'same')
    try: await t
    except BaseException as e: print(repr(e))
    for f in (lambda: cm.reschedule(1), lambda: asyncio.Timeout(None).reschedule(1)):
        try: f()
        except RuntimeError as e: print(e)
    try:
        async with cm: pass
    except RuntimeError as e: print(e)
    # wait_for
    print(await asyncio.wait_for(asyncio.sleep(.1, 'r'), 1))
    try: await asyncio.wait_for(asyncio.sleep(1), .1)
    except TimeoutError as e: print(repr(e), repr(e.__cause__))
    async def c(): 
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: print('c'); return 'late'
    print(await asyncio.wait_for(c(), .1))
    try: await asyncio.wait_for(asyncio.sleep(1), 0)
    except TimeoutError as e: print('0', repr(e.__cause__))
    f=loop.create_future(); f.set_result(9)
    print(await asyncio.wait_for(f, 0), await asyncio.wait_for(f, None), await asyncio.wait_for(f,-1))
    try: await asyncio.wait_for(5, 1)
    except TypeError as e: print(e)
    t=asyncio.create_task(asyncio.sleep(1,'s'))
    try: await asyncio.wait_for(asyncio.shield(t), .1)
    except TimeoutError: print(t.done(), t.cancelled())
    print(await t)
    async def slow_cancel():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: await asyncio.sleep(1); raise
    t0=loop.time()
    try: await asyncio.wait_for(slow_cancel(), .1)
    except TimeoutError: print(round(loop.time()-t0,3))
asyncio.run(main())
