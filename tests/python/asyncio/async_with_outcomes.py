import asyncio
class Manager:
    def __init__(self, name, fail_in=None, swallow=False): self.name, self.fail_in, self.swallow = name, fail_in, swallow
    async def __aenter__(self):
        print("enter", self.name)
        if self.fail_in == "enter": raise ValueError("enter " + self.name)
        return self
    async def __aexit__(self, *exc):
        print("exit", self.name, exc[0], exc[1])
        if self.fail_in == "exit": raise ValueError("exit " + self.name)
        return self.swallow
async def attempt(f):
    try: print(await f())
    except Exception as e: print("->", repr(e), repr(e.__context__))
async def main():
    async def a():
        async with Manager("a") as m, Manager("b") as n: return m.name + n.name
    await attempt(a)
    async def b():
        async with Manager("a"), Manager("b", "enter"): pass
    await attempt(b)
    async def c():
        async with Manager("a", swallow=True), Manager("b", "exit"): raise KeyError("body")
        return "swallowed"
    await attempt(c)
    async def d():
        async with (Manager("a"),
                    Manager("b")):
            raise KeyError("body")
    await attempt(d)
    async def e():
        for i in range(2):
            async with Manager(i):
                if i: break
                continue
    await attempt(e)
    async with Manager("last", "exit"):
        1 / 0
asyncio.run(main())
