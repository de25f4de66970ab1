async def ignores():
    while True:
        try: yield 1
        except GeneratorExit: print("ignored")
g = ignores()
s = g.asend(None)
try: s.send(None)
except StopIteration as e: print(e.value)
del s
print("x")
del g
print("y")
async def swallows():
    try: yield 1
    except GeneratorExit: print("swallowed")
g = swallows()
try: g.asend(None).send(None)
except StopIteration as e: print(e.value)
g = None
print("z")
async def awaits():
    try: yield 1
    finally: await W(); print("never")
class W:
    def __await__(self): yield 5
g = awaits()
try: g.asend(None).send(None)
except StopIteration as e: print(e.value)
g = None
print("zz")
async def co():
    try: await W()
    finally: await W(); print("never")
c = co(); c.send(None); c = None
print("zzz")
