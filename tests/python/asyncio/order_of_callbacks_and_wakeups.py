import asyncio
log=[]
async def a(n, k):
    for i in range(k):
        log.append(f'{n}{i}')
        await asyncio.sleep(0)
    return n
async def main():
    loop=asyncio.get_running_loop()
    loop.call_soon(log.append, 'soon1')
    t=asyncio.create_task(a('t',3))
    loop.call_soon(log.append, 'soon2')
    f=loop.create_future()
    f.add_done_callback(lambda f: log.append('fdone'))
    loop.call_later(0, log.append, 'later0')
    loop.call_soon(f.set_result, 1)
    u=asyncio.create_task(a('u',2))
    u.add_done_callback(lambda f: log.append('udone'))
    log.append('main before')
    await f
    log.append('main after f')
    await asyncio.gather(t,u)
    log.append('main after gather')
    h=loop.call_later(0.1, log.append, 'x')
    loop.call_later(0.1, log.append, 'y')
    loop.call_later(0.05, log.append, 'z')
    loop.call_at(loop.time()+0.1, log.append, 'w')
    await asyncio.sleep(0.1)
    log.append('slept')
    await asyncio.sleep(0)
    print(log)
    log.clear()
    async def nested(d):
        if d: 
            await nested(d-1)
        else: await asyncio.sleep(0)
        log.append(d)
    await asyncio.gather(nested(3), nested(1))
    print(log)
    log.clear()
    # chain of tasks
    async def chain(d):
        log.append(('s',d))
        if d: await asyncio.create_task(chain(d-1))
        log.append(('e',d))
    await asyncio.gather(chain(3), chain(2))
    print(log)
    log.clear()
    ev=asyncio.Event()
    async def w(n):
        await ev.wait(); log.append(n)
    ts=[asyncio.create_task(w(i)) for i in range(4)]
    await asyncio.sleep(0)
    ev.set(); log.append('set')
    asyncio.get_running_loop().call_soon(log.append,'after set')
    await ts[0]; log.append('t0')
    await asyncio.sleep(0)
    print(log)
asyncio.run(main())
