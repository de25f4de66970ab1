import asyncio
from contextlib import asynccontextmanager, AsyncExitStack, aclosing, contextmanager, suppress, nullcontext, closing
@asynccontextmanager
async def res(name, swallow=False):
    print("open", name)
    try:
        yield name
    except ValueError as e:
        print("caught", e)
        if not swallow: raise
    finally:
        print("close", name)
async def main():
    async with res("a") as a, res("b") as b:
        print(a, b)
    async with res("c", True):
        raise ValueError("x")
    try:
        async with res("d"):
            raise ValueError("y")
    except ValueError as e:
        print(repr(e))
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(res("e")))
        st.push_async_callback(asyncio.sleep, 0)
        st.callback(print, "callback")
        st.enter_context(nullcontext())
    async def g():
        try:
            yield 1; yield 2
        finally: print("g closed")
    async with aclosing(g()) as it:
        async for x in it:
            print(x); break
    @asynccontextmanager
    async def noyield():
        if 0: yield
    try:
        async with noyield(): pass
    except RuntimeError as e: print(repr(e))
    @asynccontextmanager
    async def twice():
        yield 1
        yield 2
    try:
        async with twice(): pass
    except RuntimeError as e: print(repr(e))
    @asynccontextmanager
    async def ign():
        try: yield 1
        except KeyError: pass
        yield 2
    try:
        async with ign(): raise KeyError
    except RuntimeError as e: print(repr(e))
    @res("deco")
    async def f(): print("in f")
    await f(); await f()
    with suppress(KeyError): {}[1]
    async with nullcontext(5) as five: print(five)
    try:
        with res("q"): pass
    except TypeError as e: print(e)
    async with res("z"):
        1/0
asyncio.run(main())
