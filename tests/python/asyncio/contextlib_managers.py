import contextlib, asyncio, sys
from contextlib import *
@contextmanager
def cm(n, supp=False):
    "doc of cm"
    print('enter', n)
    try: yield n*2
    except ValueError as e:
        print('ve', e)
        if not supp: raise
    finally: print('exit', n)
print(cm.__name__, cm.__doc__, cm.__wrapped__, cm.__module__)
with cm(1) as x: print(x)
try:
    with cm(2): raise ValueError('v')
except ValueError as e: print('out', e)
with cm(3, True): raise ValueError('w')
try:
    with cm(4): raise KeyError('k')
except KeyError as e: print('ke', e, e.__context__)
@cm(5)
def dec(a): print('in dec', a); return a
print(dec(1), dec(2), dec.__name__)
@contextmanager
def noyield():
    if 0: yield
try:
    with noyield(): pass
except RuntimeError as e: print(e)
@contextmanager
def two(): yield 1; yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
@contextmanager
def two2():
    try: yield 1
    except ValueError: yield 2
try:
    with two2(): raise ValueError
except RuntimeError as e: print(e, repr(e.__context__))
@contextmanager
def si(): yield
try:
    with si(): raise StopIteration('x')
except StopIteration as e: print('si', e.args)
@contextmanager
def rep():
    try: yield
    except ValueError as e: raise KeyError('new') from e
try:
    with rep(): raise ValueError('old')
except KeyError as e: print(repr(e), repr(e.__cause__))
class C:
    def close(self): print('closed')
with closing(C()) as c: print(type(c).__name__)
with suppress(KeyError, ValueError): raise ValueError
try:
    with suppress(KeyError): raise ValueError('no')
except ValueError as e: print(e)
try:
    with suppress(KeyError): raise ExceptionGroup('g', [KeyError(1), ValueError(2)])
except ExceptionGroup as e: print(repr(e))
with nullcontext(5) as n: print(n)
class W:
    def write(self, s): L.append(s)
    def flush(self): pass
L=[]
with redirect_stdout(W()) as w: print('captured')
print(L)
with ExitStack() as st:
    print([st.enter_context(cm(i)) for i in (6,7)])
    st.callback(print, 'cb', sep='-'); st.push(lambda *a: print('push', a[0]))
    print('in stack')
try:
    with ExitStack() as st:
        st.enter_context(cm(8)); st.callback(lambda: 1/0); raise KeyError('orig')
except ZeroDivisionError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
with ExitStack() as st:
    st.push(lambda *a: True); raise ValueError
st=ExitStack(); st.enter_context(cm(9)); st2=st.pop_all(); st.close(); print('popped'); st2.close()
for bad in (lambda: st.enter_context(5), ):
    try: bad()
    except TypeError as e: print(e)
class D(ContextDecorator):
    def __enter__(self): print('D in'); return self
    def __exit__(self,*a): print('D out'); return False
@D()
def f(): print('f')
f(); f()
@asynccontextmanager
async def acm(n):
    print('aenter', n); await asyncio.sleep(0)
    try: yield n
    except ValueError as e: print('ave', e)
    finally: await asyncio.sleep(0); print('aexit', n)
async def main():
    async with acm(1) as x: print(x)
    async with acm(2): raise ValueError('s')
    try:
        async with acm(3): raise KeyError('k')
    except KeyError as e: print(repr(e))
    @acm(4)
    async def g(a): print('g', a); return a
    print(await g(7))
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(acm(5)), st.enter_context(cm(10)))
        async def cb(*a): print('acb', a)
        st.push_async_callback(cb, 1, 2); st.push_async_exit(lambda *a: cb(*a[:1]))
    class AC:
        async def aclose(self): print('aclosed')
    async with aclosing(AC()): pass
    async with nullcontext(3) as n: print(n)
    try: await st.enter_async_context(5)
    except TypeError as e: print(e)
    @asynccontextmanager
    async def ay():
        yield 1
        yield 2
    try:
        async with ay(): pass
    except RuntimeError as e: print(e)
asyncio.run(main())
print(isinstance(D(), AbstractContextManager), isinstance(5, AbstractContextManager), issubclass(suppress, AbstractContextManager), isinstance(nullcontext(), AbstractAsyncContextManager))
class MyCM(AbstractContextManager):
    def __exit__(self, *a): print('my exit')
with MyCM() as m: print(type(m).__name__)
try: AbstractContextManager()
except TypeError as e: print(e)
print(sorted(contextlib.__all__))
def raiser():
    raise ValueError('tb')
@contextmanager
def plain():
    yield
with plain():
    raiser()
