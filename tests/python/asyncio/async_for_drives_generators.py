# What `async for` sees of an asynchronous generator, whether or not that suspends between two items.
import asyncio


async def numbers(stop, pause=()):
    try:
        for i in range(stop):
            if i in pause:
                await asyncio.sleep(0)
            sent = yield i
            assert sent is None
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("finally", stop)


async def plain():
    print([x async for x in numbers(4)])
    print([x async for x in numbers(4, (1, 3))])
    async for x in numbers(3, (0,)):
        if x == 1:
            break
    else:
        print("not reached")
    async for x in numbers(0):
        print("not reached")
    else:
        print("else")


async def state():
    g = numbers(3, (1,))

    async def watch():
        async for x in g:
            print("item", x, g.ag_running, type(g.ag_await).__name__)
        return "done"

    task = asyncio.create_task(watch())
    await asyncio.sleep(0)
    coroutine = task.get_coro()
    print(g.ag_running, type(coroutine.cr_await).__name__, type(g.ag_await).__name__)
    try:
        await anext(g)
    except RuntimeError as e:
        print("RuntimeError:", e)
    print(await task, g.ag_running)
    try:
        await anext(g)
    except StopAsyncIteration:
        print("StopAsyncIteration")


async def inside():
    async def itself():
        yield 1
        try:
            await anext(g)
        except RuntimeError as e:
            print("RuntimeError:", e)
        try:
            async for x in g:
                print("not reached")
        except RuntimeError as e:
            print("RuntimeError:", e)
        yield 2

    g = itself()
    print([x async for x in g])


async def raising():
    async def fails():
        yield 1
        yield 1 / 0

    try:
        async for x in fails():
            print("got", x)
    except ZeroDivisionError as e:
        lines = []
        t = e.__traceback__
        while t:
            lines.append(t.tb_frame.f_code.co_name)
            t = t.tb_next
        print(lines)

    async def stops(how):
        yield 1
        raise how

    for how in StopIteration("x"), StopAsyncIteration("y"):
        try:
            async for x in stops(how):
                pass
        except RuntimeError as e:
            print(e, repr(e.__cause__))


async def thrown():
    g = numbers(5, (1,))
    async for x in g:
        break
    print(await g.athrow(ValueError("in")))
    async for x in g:
        print("not reached")
    g = numbers(5)
    async for x in g:
        if x == 2:
            await g.aclose()
    print("closed by its own loop")
    g = numbers(5)
    print(await g.asend(None))
    print([x async for x in g])


async def cancelled():
    async def loop():
        async for x in numbers(3, (2,)):
            print("loop", x)

    task = asyncio.create_task(loop())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())


async def nested():
    async def outer(n):
        async for x in numbers(n, (1,)):
            async for y in inner(x):
                yield x, y

    async def inner(n):
        for i in range(n):
            yield i

    print([x async for x in outer(3)])
    print({x: y async for x, y in outer(3)})
    print([(x, y) async for x in inner(2) async for y in inner(3) if y])
    print(sum([len(str(x)) async for x in inner(2000)]))


async def handled():
    async def looks():
        import sys
        yield repr(sys.exception())
        try:
            raise KeyError("own")
        except KeyError:
            yield repr(sys.exception())
            await asyncio.sleep(0)
            yield repr(sys.exception())
        yield repr(sys.exception())

    try:
        raise OSError("outer")
    except OSError:
        print([x async for x in looks()])


class Counter:
    def __init__(self, stop, pause):
        self.i, self.stop, self.pause = 0, stop, pause

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i == self.stop:
            raise StopAsyncIteration
        self.i += 1
        if self.i in self.pause:
            await asyncio.sleep(0)
        return self.i


class Other(Counter):
    def __anext__(self):
        return super().__anext__()


class Default(Counter):
    async def __anext__(self, extra=1):
        return await super().__anext__() + extra


async def classes():
    for kind in Counter, Other, Default:
        print([x async for x in kind(3, ())], [x async for x in kind(3, (2,))])

    async def late(self):
        return 7

    c = Counter(5, ())
    async for x in c:
        if x == 2:
            Counter.__anext__, kept = late, Counter.__anext__
        elif x == 7:
            Counter.__anext__ = kept
            print("and back", c.i)
    coroutine = Counter(1, ()).__anext__()
    try:
        coroutine.send(None)
    except StopIteration as e:
        print(e.value)


async def main():
    for part in plain, state, inside, raising, thrown, cancelled, nested, handled, classes:
        print("--", part.__name__)
        await part()


asyncio.run(main())
