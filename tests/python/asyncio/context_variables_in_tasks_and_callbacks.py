import asyncio, contextvars
var=contextvars.ContextVar('var')
async def child(n):
    print('child', n, var.get('unset')); var.set(n); await asyncio.sleep(0); print('child', n, var.get())
async def gen():
    var.set('in gen'); yield var.get(); yield var.get()
async def main():
    tok=var.set('main')
    await child('a')
    print(var.get())
    await asyncio.gather(child('b'), child('c'))
    print(var.get())
    async for x in gen(): print(x, var.get()); var.set('loop')
    var.reset(tok) if 0 else None
    ctx=contextvars.copy_context()
    t=asyncio.create_task(child('d'), context=ctx); await t; print(ctx[var], var.get(), t.get_context() is ctx)
    loop=asyncio.get_running_loop()
    def cb(): print('cb', var.get()); var.set('cb')
    loop.call_soon(cb); loop.call_soon(cb, context=ctx); await asyncio.sleep(0); print(var.get(), ctx[var])
    loop.call_later(.01, cb); var.set('after'); await asyncio.sleep(.02)
    async with asyncio.timeout(1): await child('e')
    print(var.get())
    print(await asyncio.to_thread(lambda: var.get()) if 0 else 'x')
    async def wrong():
        pass
    c2=contextvars.copy_context()
    def inner():
        t=loop.create_task(child('f'), context=c2); return t
    t=c2.run(inner); await t; print(c2[var])
asyncio.run(main())
print(var.get('none'))
with asyncio.Runner() as r:
    async def s(): var.set('runner')
    async def g(): return var.get('lost')
    r.run(s()); print(r.run(g()))
    ctx=contextvars.copy_context(); r.run(s(), context=ctx); print(ctx[var])
