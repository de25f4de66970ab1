import asyncio
async def ag():
    try:
        yield 1
        await Wait()
        yield 2
    except GeneratorExit: print("GE"); raise
    finally: print("fin")
class Wait:
    def __await__(self):
        try: yield "waiting"
        finally: print("wait closed")
async def consume():
    async for x in ag(): print(x)
c = consume()
print(c.send(None))
c.close()
async def consume2():
    g = ag()
    await anext(g)
    try: await anext(g)
    finally: print("running", g.ag_running, g.ag_frame is None)
c = consume2(); print(c.send(None)); c.close()
async def ignores():
    while True:
        try: yield 1
        except GeneratorExit: print("ignored")
g = ignores()
s = g.asend(None)
try: s.send(None)
except StopIteration as e: print(e.value)
s = g.asend(None)
try: s.close()
except RuntimeError as e: print(e)
g = ag(); a = g.aclose(); a.close(); print(g.ag_frame)
g = ag(); a = g.athrow(ValueError); a.close(); print(g.ag_frame)
async def main():
    async def use():
        async for x in agen(): pass
    async def agen():
        try:
            while True: yield; await asyncio.sleep(1)
        finally: print("agen finally")
    t = asyncio.create_task(use()); await asyncio.sleep(0)
    print("main over")
asyncio.run(main())
