import sys
def g():
    while True:
        try: yield
        except Exception as e: print(repr(e), e.__traceback__.tb_next)
class E(Exception):
    def __init__(self, *a): print("init", a); super().__init__(*a)
x = g(); next(x)
x.throw(E)
x.throw(E("v"))
x.throw(E, "v")
x.throw(E, ("a", "b"))
x.throw(E, E("inst"))
x.throw(ValueError, None)
x.throw(ValueError, None, None)
x.throw(ValueError, "a", None)
def t(*a):
    try: x.throw(*a)
    except TypeError as e: print(e)
t(5); t(ValueError("a"), "b"); t(int); t(ValueError, "a", 5); t(); t(1,2,3,4); t("abc")
async def c():
    try: await w()
    except ValueError as e: print("c", repr(e))
class w:
    def __await__(self): yield 1
co = c(); co.send(None)
try: co.throw(ValueError, "x")
except StopIteration as e: print(repr(e))
co = c()
try: co.throw(KeyError)
except KeyError as e: print(repr(e))
co = c().__await__()
try: co.throw(KeyError, "k")
except KeyError as e: print(repr(e))
def sub():
    yield from g()
s = sub(); next(s)
s.throw(KeyError, "sub")
def fin():
    yield
f = fin()
try: f.throw(OSError, "before start")
except OSError as e: print(repr(e))
try: next(f)
except StopIteration as e: print(repr(e))
f = fin(); list(f)
try: f.throw(OSError("done"))
except OSError as e: print(repr(e))
