import asyncio
async def sleeper(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print(n, 'cancelled', e.args)
        raise
    finally:
        print(n, 'finally')
async def stubborn(n):
    for i in range(3):
        try:
            await asyncio.sleep(1)
            print(n, 'slept')
        except asyncio.CancelledError:
            print(n, 'refused', asyncio.current_task().cancelling())
    return n
async def main():
    t=asyncio.create_task(sleeper('a'))
    await asyncio.sleep(0)
    print(t.cancel('msg'), t.cancelling(), t)
    print(t.cancel('msg2'), t.cancelling())
    try: await t
    except asyncio.CancelledError as e: print('main', e.args)
    print(t.cancelled(), t.done(), t)
    t=asyncio.create_task(stubborn('b'))
    await asyncio.sleep(0.5); t.cancel(); await asyncio.sleep(0); await asyncio.sleep(0); t.cancel()
    print(await t, t.cancelling(), t.uncancel(), t.uncancel(), t.uncancel())
    # cancel before start
    t=asyncio.create_task(sleeper('c')); t.cancel()
    try: await t
    except asyncio.CancelledError as e: print('c never began', e.args)
    # cancel a task waiting for a task
    async def outer(): 
        try: return await asyncio.create_task(sleeper('in'))
        except asyncio.CancelledError as e: print('outer', e.args); raise
    t=asyncio.create_task(outer()); await asyncio.sleep(0); await asyncio.sleep(0)
    print(t)
    t.cancel('deep')
    try: await t
    except asyncio.CancelledError as e: print('outer done', e.args)
    # cancel self
    async def me():
        asyncio.current_task().cancel('me')
        print('still here')
        await asyncio.sleep(0)
        print('not here')
    try: await asyncio.create_task(me())
    except asyncio.CancelledError as e: print('self', e.args)
    async def me2():
        asyncio.current_task().cancel('me2')
        return 5
    t=asyncio.create_task(me2())
    try: print(await t)
    except asyncio.CancelledError as e: print('self2', e.args)
    print(t)
    async def me3():
        asyncio.current_task().cancel('me3'); asyncio.current_task().uncancel()
        await asyncio.sleep(0)
        return 6
    print(await asyncio.create_task(me3()))
    # raise another exception while cancelled
    async def other():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: raise ValueError('instead')
    t=asyncio.create_task(other()); await asyncio.sleep(0); t.cancel()
    try: await t
    except ValueError as e: print(repr(e), repr(e.__context__))
    # future cancelled by hand
    f=asyncio.get_running_loop().create_future()
    async def wait_f():
        try: await f
        except asyncio.CancelledError as e: print('f cancelled', e.args, asyncio.current_task().cancelling()); return 'survived'
    t=asyncio.create_task(wait_f()); await asyncio.sleep(0)
    f.cancel('fut'); print(await t)
    # awaiting a cancelled task twice
    t=asyncio.create_task(sleeper('z')); await asyncio.sleep(0); t.cancel('zz')
    for i in range(2):
        try: await t
        except asyncio.CancelledError as e: print(i, e.args)
    try: t.result()
    except asyncio.CancelledError as e: print('r', e.args)
    try: t.exception()
    except asyncio.CancelledError as e: print('x', e.args)
asyncio.run(main())
