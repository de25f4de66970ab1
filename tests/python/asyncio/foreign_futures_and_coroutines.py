import asyncio
class Y:
    def __init__(s,*v): s.v=v
    def __await__(s):
        for x in s.v: r=yield x
        return r
async def main():
    loop=asyncio.get_running_loop()
    async def bad(v):
        try: await Y(v)
        except RuntimeError as e: print(str(e)[:60]); return 'caught'
    for v in (5, 'x', [1], (i for i in ())):
        print(await asyncio.create_task(bad(v)))
    f=loop.create_future()
    print(await asyncio.create_task(bad(f)))
    print(await asyncio.create_task(bad(asyncio.current_task())))
    async def selfwait():
        t=asyncio.current_task()
        try: await t
        except RuntimeError as e: print(str(e)[:40])
    await asyncio.create_task(selfwait())
    print(await Y(None, None))
    other=asyncio.new_event_loop(); of=other.create_future()
    async def wrong():
        try: await of
        except RuntimeError as e: print(str(e).split(' cb=')[0][-30:], 'attached' in str(e))
    await asyncio.create_task(wrong()); other.close()
    # two waiters
    f=loop.create_future()
    async def w(n): return n, await f
    ts=[asyncio.create_task(w(i)) for i in range(3)]; await asyncio.sleep(0); print(f); f.set_result('R'); print(await asyncio.gather(*ts))
    # subclass
    class F(asyncio.Future):
        def result(self): print('my result'); return super().result()
        def add_done_callback(self, fn, *, context=None): print('my adc'); return super().add_done_callback(fn, context=context)
        def cancel(self, msg=None): print('my cancel', msg); return super().cancel(msg)
    f=F(loop=loop); loop.call_later(.1, f.set_result, 7)
    async def wf(): return await f
    print(await asyncio.create_task(wf()))
    f=F(loop=loop); t=asyncio.create_task(wf()); await asyncio.sleep(0); print(t); t.cancel('mm')
    try: await t
    except asyncio.CancelledError as e: print(e.args)
    class T(asyncio.Task):
        def __init__(s,*a,**k): super().__init__(*a,**k); s.extra=1
        def cancel(s,msg=None): print('T.cancel'); return super().cancel(msg=msg)
    async def c(): await asyncio.sleep(1); return 'c'
    t=T(c(), loop=loop, name='TT'); print(t.extra, t.get_name(), isinstance(t, asyncio.Task), repr(t)[:20]); print(await t)
    t=T(c(), loop=loop)
    async def wt(): await t
    u=asyncio.create_task(wt()); await asyncio.sleep(0); await asyncio.sleep(0); u.cancel()
    try: await u
    except asyncio.CancelledError: print('u')
    # foreign future
    class FF:
        _asyncio_future_blocking=False
        def __init__(s): s.cbs=[]; s.done_=False
        def get_loop(s): return loop
        def add_done_callback(s, fn, *, context): s.cbs.append((fn,context))
        def result(s): return 'ff'
        def cancel(s, msg=None): return False
        def done(s): return s.done_
        def go(s):
            s.done_=True
            for fn,ctx in s.cbs: loop.call_soon(fn, s, context=ctx)
        def __await__(s):
            if not s.done_: s._asyncio_future_blocking=True; yield s
            return s.result()
    ff=FF(); loop.call_later(.1, ff.go)
    async def wff(): return await ff
    print(await asyncio.create_task(wff()), asyncio.isfuture(ff))
    # coroutine-like object
    class Co:
        def __init__(s): s.n=0
        def send(s, v):
            s.n+=1
            if s.n<3: return None
            raise StopIteration('co done')
        def throw(s, *a): print('thrown', a); raise a[0]
        def close(s): pass
        def __await__(s): return s
        def __iter__(s): return s
        def __next__(s): return s.send(None)
    print(asyncio.iscoroutine(Co()), await asyncio.create_task(Co()))
    async def ag(): yield 1; yield 2
    g=ag(); print(await asyncio.create_task(g.__anext__()), await asyncio.create_task(g.asend(None)))
    it=iter(loop.create_future()); print(it.send(None)); 
    try: it.throw(ValueError('t'))
    except ValueError as e: print(e)
    it.close()
    f=loop.create_future(); f.set_result(3)
    try: next(iter(f))
    except StopIteration as e: print(e.value)
    # result in callback, remove
    f=loop.create_future()
    def cb(x): print('cb', x.result())
    f.add_done_callback(cb); f.add_done_callback(cb); f.add_done_callback(print); print(f.remove_done_callback(cb), f.remove_done_callback(len)); f.set_result(1); await asyncio.sleep(0)
    class E:
        def __init__(s,n): s.n=n
        def __call__(s,f): print('E',s.n)
        def __eq__(s,o): return s.n==o.n
    f=loop.create_future(); f.add_done_callback(E(1)); f.add_done_callback(E(2)); f.add_done_callback(E(1)); print(f.remove_done_callback(E(1))); f.set_result(0); await asyncio.sleep(0)
    class M:
        def m(s,f): print('m')
    m=M(); f=loop.create_future(); f.add_done_callback(m.m); print(f.remove_done_callback(m.m)); f.cancel()
    class X(Exception): pass
    f=loop.create_future(); f.set_exception(X); print(repr(f.exception()))
    class XX(Exception):
        def __init__(s): 1/0
    try: loop.create_future().set_exception(XX)
    except ZeroDivisionError as e: print('zde')
    try: loop.create_future().set_exception(dict)
    except TypeError as e: print(e)
asyncio.run(main())
