import asyncio
from contextlib import asynccontextmanager, AsyncExitStack


class Resource:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("opening", self.name)
        await asyncio.sleep(0.1)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("closing", self.name, exc_type and exc_type.__name__, exc)
        await asyncio.sleep(0.1)
        return exc_type is KeyError


@asynccontextmanager
async def managed(name):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("handled", e)
    finally:
        await asyncio.sleep(0)
        print("exit", name)


async def main():
    async with Resource("a") as a, Resource("b") as b:
        print("in", a.name, b.name)
    async with Resource("c"):
        raise KeyError("swallowed")
    try:
        async with Resource("d"):
            raise ValueError("not swallowed")
    except ValueError as e:
        print("caught", e)
    async with managed("m") as m:
        print(m)
        raise ValueError("in the body")
    async with AsyncExitStack() as stack:
        for name in "xy":
            await stack.enter_async_context(Resource(name))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(print, "a plain callback")
    async def early():
        async with Resource("returned from"):
            return "value"
    print(await early())


asyncio.run(main())
