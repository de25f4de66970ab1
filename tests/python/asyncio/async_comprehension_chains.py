import asyncio
async def numbers():
    for i in range(10):
        yield i
async def take(aiterable, n):
    i = 0
    async for x in aiterable:
        if i >= n: return
        yield x
        i += 1
async def amap(f, it):
    async for x in it:
        r = f(x)
        if asyncio.iscoroutine(r): r = await r
        yield r
async def azip(*its):
    its = [aiter(i) for i in its]
    while True:
        try:
            yield tuple([await anext(i) for i in its])
        except StopAsyncIteration:
            return
async def double(x):
    await asyncio.sleep(0)
    return x * 2
async def main():
    print([x async for x in take(amap(double, numbers()), 4)])
    print([p async for p in azip(numbers(), take(numbers(), 3))])
    print({k: v async for k, v in azip(numbers(), amap(str, take(numbers(), 3)))})
    print(sum([x async for x in numbers() if x % 2]))
    print([i async for i in (j * 2 async for j in numbers()) if i > 10])
    r = [await asyncio.gather(*[double(x) async for x in take(numbers(), n)]) for n in range(3)]
    print(r)
    async def f():
        return [await double(x) for x in range(3)], {await double(x) async for x in take(numbers(), 2)}
    print(await f())
    def sync_gen(): return (x async for x in numbers())
    print(type(sync_gen()), [x async for x in sync_gen()][:2])
    x = "outer"
    [x async for x in numbers()]
    print(x)
    print([(x := y) async for y in numbers()][-1], x)
    try:
        [1 / y async for y in numbers()]
    except ZeroDivisionError as e:
        import traceback; traceback.print_exc()
    ag = (await double(y) for y in range(3))
    print(ag, [y async for y in ag])
    try: list(ag)
    except TypeError as e: print(e)
    try:
        for z in numbers(): pass
    except TypeError as e: print(e)
asyncio.run(main())
for src in ("[x async for x in y]", "async for x in y: pass", "await x", "async with x: pass", "def f(): await x", "def f(): [x async for x in y]", "(x async for x in y)", "async def f(): yield from x", "async def f():\n  yield 1\n  return 2", "async def f(): return [await x for x in y]", "lambda: await x", "class A: await x", "async def f():\n def g(): await x", "async lambda: 1", "async x", "def f():\n  async for x in y: pass", "def f():\n  async with x: pass", "async def f(): x = yield", "async def f(await): pass", "await = 1", "async = 1", "def await(): pass"):
    try: compile(src, "<s>", "exec"); print("ok:", src)
    except SyntaxError as e: print(repr(src), e.msg, e.lineno, e.offset, e.end_offset)
