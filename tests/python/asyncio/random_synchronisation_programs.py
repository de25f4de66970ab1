import asyncio, contextvars, contextlib
SEED=11
state=SEED
def rnd(n):
    global state
    state=(state*1103515245+12345)&0x7fffffff
    return (state>>8)%n
log=[]
var=contextvars.ContextVar('var', default='-')
def ev(*a): log.append(' '.join(map(str,a))+' '+var.get())
class Boom(Exception): pass
async def agen(name, n):
    try:
        for i in range(n):
            if rnd(3)==0: await asyncio.sleep(rnd(3)/10)
            if rnd(8)==0: raise Boom(name)
            yield i
    except GeneratorExit: ev(name,'GE'); raise
    finally:
        ev(name,'agfin')
        if rnd(3)==0: await asyncio.sleep(0); ev(name,'agfin2')
@contextlib.asynccontextmanager
async def acm(name):
    ev(name,'enter'); await asyncio.sleep(0)
    try: yield name
    except Boom as e: ev(name,'boom'); 
    finally: ev(name,'exit'); await asyncio.sleep(0)
async def act(name):
    k=rnd(14)
    ev(name,'act',k)
    if rnd(4)==0: var.set(name)
    try:
        if k==0:
            async for x in agen(name+'ag',rnd(5)):
                ev(name,'x',x)
                if rnd(4)==0: break
        elif k==1:
            async with sem: ev(name,'sem',sem._value); await asyncio.sleep(rnd(3)/10)
        elif k==2:
            async with cond: await asyncio.wait_for(cond.wait(), .3); ev(name,'woke')
        elif k==3:
            async with cond: cond.notify(1+rnd(2)); ev(name,'notified')
        elif k==4:
            await asyncio.wait_for(bq.put(name), .2); ev(name,'put')
        elif k==5:
            ev(name,'got',await asyncio.wait_for(bq.get(), .2))
        elif k==6:
            g=agen(name+'h',3); 
            try: ev(name,'an',await anext(g), await anext(g,'def'))
            finally: await g.aclose()
        elif k==7:
            async with acm(name+'m') as m:
                await asyncio.sleep(rnd(3)/10)
                if rnd(2): raise Boom(m)
        elif k==8:
            for c in asyncio.as_completed([asyncio.create_task(asyncio.sleep(rnd(4)/10, i)) for i in range(3)], timeout=.25): ev(name,'ac',await c)
        elif k==9:
            ev(name, [x async for x in agen(name+'c',3)], [y for y in [await asyncio.sleep(0,i) for i in range(2)]])
        elif k==10:
            event.set(); await asyncio.sleep(0); event.clear()
        elif k==11:
            ev(name,'event',await asyncio.wait_for(event.wait(), .2))
        elif k==12:
            async with contextlib.AsyncExitStack() as st:
                for i in range(rnd(3)): await st.enter_async_context(acm(name+'s'+str(i)))
                st.push_async_callback(asyncio.sleep, .05)
                if rnd(3)==0: raise Boom(name)
        elif k==13:
            t=asyncio.current_task(); asyncio.get_running_loop().call_later(rnd(3)/10, t.cancel, name)
            await asyncio.sleep(.15)
    except asyncio.CancelledError as e:
        ev(name,'CANC',e.args); 
        if rnd(3)==0: raise
        asyncio.current_task().uncancel()
    except Exception as e: ev(name,type(e).__name__)
async def worker(name, n):
    ev(name,'start')
    for i in range(n):
        await act(f'{name}.{i}')
        if rnd(4)==0: await asyncio.sleep(0)
        if rnd(6)==0: asyncio.create_task(worker(name+'+',1))
    return name
async def main():
    global sem,cond,bq,event,lock
    sem=asyncio.Semaphore(2); cond=asyncio.Condition(); bq=asyncio.Queue(1); event=asyncio.Event()
    loop=asyncio.get_running_loop()
    loop.set_exception_handler(lambda l,c: None)
    if SEED%2: loop.set_task_factory(asyncio.eager_task_factory)
    r=await asyncio.gather(*[worker(f'W{i}',4) for i in range(4)], return_exceptions=True)
    ev('main',[type(x).__name__ if isinstance(x,BaseException) else x for x in r], round(loop.time(),3)-1000>0)
    left=[t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    left.sort(key=lambda t: int(t.get_name()[5:]))
    for t in left: t.cancel()
    for t in left:
        try: ev('left', type(await t).__name__)
        except BaseException as e: ev('left', type(e).__name__)
for k in range(20):
    state=SEED*1000+k; log.clear()
    try: asyncio.run(main())
    except BaseException as e: ev('run',repr(e))
    print('==',k,len(log)); print('\n'.join(log))
