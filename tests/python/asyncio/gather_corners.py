import asyncio
async def ok(n, d): 
    try:
        await asyncio.sleep(d); print('ok', n); return n
    except asyncio.CancelledError: print('cancelled', n); raise
async def bad(n, d):
    await asyncio.sleep(d); raise ValueError(n)
async def main():
    print(await asyncio.gather())
    print(await asyncio.gather(ok(1,.2), ok(2,.1)))
    try: await asyncio.gather(ok(3,.3), bad(4,.1), bad(5,.2))
    except ValueError as e: print(repr(e))
    await asyncio.sleep(1)
    print(await asyncio.gather(ok(6,.3), bad(7,.1), return_exceptions=True))
    g=asyncio.gather(ok(8,1), ok(9,2)); 
    await asyncio.sleep(0.5)
    print(g)
    print(g.cancel(), g.done())
    try: await g
    except asyncio.CancelledError as e: print('g cancelled', e.args)
    print(g.cancelled(), g)
    g=asyncio.gather(ok(10,1), bad(11,2), return_exceptions=True)
    await asyncio.sleep(1.5); print(g.cancel('why'))
    try: print(await g)
    except asyncio.CancelledError as e: print('ge', e.args)
    c=ok(12,.1)
    print(await asyncio.gather(c, c))
    t=asyncio.create_task(ok(13,.1))
    print(await asyncio.gather(t, ok(14,.2), t))
    # child cancelled
    t=asyncio.create_task(ok(15,5)); 
    async def canc(): await asyncio.sleep(.1); t.cancel('child')
    try: print(await asyncio.gather(t, canc(), ok(16,.3)))
    except asyncio.CancelledError as e: print('child cancelled', e.args)
    await asyncio.sleep(1)
    t=asyncio.create_task(ok(17,5)); 
    print(await asyncio.gather(t, canc(), return_exceptions=True))
    # outer cancelled while awaiting gather
    async def outer(): return await asyncio.gather(ok(18,5), ok(19,6))
    o=asyncio.create_task(outer()); await asyncio.sleep(.1); o.cancel('o')
    try: await o
    except asyncio.CancelledError as e: print('outer', e.args)
    # gather of gather
    print(await asyncio.gather(asyncio.gather(ok(20,.1), ok(21,.2)), ok(22,.15)))
    try: await asyncio.gather(1)
    except TypeError as e: print(e)
    f=asyncio.get_running_loop().create_future(); f.set_result('done')
    print(await asyncio.gather(f))
    class Aw:
        def __await__(self): yield from asyncio.sleep(.1).__await__(); return 'aw'
    print(await asyncio.gather(Aw(), ok(23,0)))
    g=asyncio.gather(bad(1,0), bad(2,0)); await asyncio.sleep(.1)
    print(g.exception())
asyncio.run(main())
