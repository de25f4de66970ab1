import asyncio
SEED=7
state=SEED
def rnd(n):
    global state
    state=(state*1103515245+12345)&0x7fffffff
    return (state>>8)%n
log=[]
def ev(*a):
    log.append(' '.join(map(str,a)))
class Boom(Exception): pass
class OS(dict):
    def add(self, x): self[x]=True
    def discard(self, x): self.pop(x, None)
    def __iter__(self): return iter(list(self.keys()))
async def leaf(name, depth):
    kind=rnd(13)
    ev(name,'leaf',kind)
    try:
        if kind==0: await asyncio.sleep(0)
        elif kind==1: await asyncio.sleep(rnd(5)/10)
        elif kind==2: raise Boom(name)
        elif kind==3:
            f=asyncio.get_running_loop().create_future()
            asyncio.get_running_loop().call_later(rnd(4)/10, lambda: f.done() or f.set_result(name))
            ev(name,'fut',await f)
        elif kind==4:
            await asyncio.wait_for(work(name+'w',depth-1), rnd(6)/10)
        elif kind==5:
            async with asyncio.timeout(rnd(6)/10): await work(name+'t',depth-1)
        elif kind==6:
            r=await asyncio.gather(*[work(name+'g'+str(i),depth-1) for i in range(rnd(4))], return_exceptions=bool(rnd(2)))
            ev(name,'gathered',[type(x).__name__ if isinstance(x,BaseException) else x for x in r])
        elif kind==7:
            tg=asyncio.TaskGroup(); tg._tasks=OS()
            async with tg:
                for i in range(rnd(3)): tg.create_task(work(name+'k'+str(i),depth-1))
                if rnd(3)==0: await asyncio.sleep(rnd(3)/10)
        elif kind==8:
            t=asyncio.create_task(work(name+'c',depth-1))
            await asyncio.sleep(rnd(3)/10)
            ev(name,'cancel',t.cancel(name))
            if rnd(2): await asyncio.sleep(0)
            try: ev(name,'res',await t)
            except asyncio.CancelledError as e: ev(name,'tc',e.args,asyncio.current_task().cancelling()); 
        elif kind==9:
            ts=[asyncio.create_task(work(name+'x'+str(i),depth-1)) for i in range(1+rnd(3))]
            d,p=await asyncio.wait(ts, timeout=[None,.1,.2][rnd(3)], return_when=[asyncio.ALL_COMPLETED,asyncio.FIRST_COMPLETED,asyncio.FIRST_EXCEPTION][rnd(3)])
            ev(name,'waited',len(d),len(p))
            for t in ts:
                if t in p: t.cancel()
                elif not t.cancelled(): t.exception()
        elif kind==10:
            ev(name,'sh',await asyncio.shield(work(name+'s',depth-1)))
        elif kind==11:
            q.put_nowait(name); ev(name,'put',q.qsize())
        elif kind==12:
            async with lock:
                ev(name,'locked'); await asyncio.sleep(rnd(3)/10)
    except asyncio.CancelledError as e:
        ev(name,'CANCELLED',e.args,asyncio.current_task().cancelling())
        if rnd(6)==0: return 'swallowed'
        raise
    except Exception as e:
        ev(name,type(e).__name__,getattr(e,'args',())[:1] if not isinstance(e,ExceptionGroup) else [type(x).__name__ for x in e.exceptions])
        if rnd(2): raise
    finally:
        ev(name,'fin',round(asyncio.get_running_loop().time()-t0,4))
        if rnd(5)==0:
            await asyncio.sleep(0); ev(name,'fin2')
    return name
async def work(name, depth):
    if depth<=0:
        await asyncio.sleep(rnd(4)/10); ev(name,'base'); return name
    for i in range(1+rnd(3)): await leaf(f'{name}.{i}', depth)
    return name
async def consumer():
    while True:
        x=await q.get(); ev('cons',x); await asyncio.sleep(.15); q.task_done()
async def main():
    global q,lock,t0
    q=asyncio.Queue(); lock=asyncio.Lock(); t0=asyncio.get_running_loop().time()
    loop=asyncio.get_running_loop()
    loop.set_exception_handler(lambda l,c: None)
    c=asyncio.create_task(consumer())
    ts=[asyncio.create_task(work(f'T{i}',3)) for i in range(3)]
    r=await asyncio.gather(*ts, return_exceptions=True)
    left=[t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    left.sort(key=lambda t: int(t.get_name()[5:]))
    for t in left: t.cancel()
    for t in left:
        try: ev('left', type(await t).__name__)
        except BaseException as e: ev('left', type(e).__name__)
    ev('main',[type(x).__name__ if isinstance(x,BaseException) else x for x in r], round(loop.time()-t0,4))
for k in range(20):
    state=SEED*1000+k; log.clear()
    try: asyncio.run(main())
    except BaseException as e: ev('run',repr(e))
    print('==',k,len(log)); print('\n'.join(log))
