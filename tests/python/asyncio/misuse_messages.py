import asyncio
async def f(): return 1
def sync():
    x = f() + 1
    return x
try: sync()
except TypeError as e: print(e)
async def main():
    x = f()
    print(x)
    for bad in (lambda: x[0], lambda: x + 1, lambda: x(), lambda: len(x), lambda: iter(x), lambda: x.foo, lambda: x < x, lambda: bool(x), lambda: {**x}, lambda: [*x], lambda: print(*x), lambda: int(x), lambda: x["a"]):
        try: print(bad())
        except (TypeError, AttributeError) as e: print(type(e).__name__, e)
    await x
    async def g(): yield 1
    y = g()
    for bad in (lambda: y[0], lambda: len(y), lambda: iter(y), lambda: next(y), lambda: list(y), lambda: y.send(None), lambda: y.__next__(), lambda: await_(y)):
        try: print(bad())
        except (TypeError, AttributeError, NameError) as e: print(type(e).__name__, e)
    with_ = asyncio.Lock()
    try:
        with with_: pass
    except TypeError as e: print(e)
    try: await y
    except TypeError as e: print(e)
    try:
        async with open: pass
    except TypeError as e: print(e)
    try: await asyncio.sleep("a")
    except TypeError as e: print(e)
    try: await asyncio.sleep(float("nan"))
    except ValueError as e: print(e)
    try: asyncio.create_task(f)
    except TypeError as e: print(e)
    try: asyncio.create_task(g())
    except TypeError as e: print(e)
    try: await asyncio.wait_for(5, 1)
    except TypeError as e: print(e)
    try: asyncio.ensure_future(5)
    except TypeError as e: print(e)
    try: await asyncio.gather(1, 2)
    except TypeError as e: print(e)
    try: asyncio.shield(5)
    except TypeError as e: print(e)
    try: asyncio.run(f())
    except RuntimeError as e: print(e)
    try: asyncio.get_event_loop().run_until_complete(f())
    except RuntimeError as e: print(e)
    try: asyncio.Queue("a"); print("ok")
    except TypeError as e: print(e)
    try: asyncio.Event().foo
    except AttributeError as e: print(e)
asyncio.run(main())
