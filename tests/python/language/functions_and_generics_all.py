import sys
def f(x: int, *a: "str", y: list[int] = [], **k) -> None: "doc"
print(f.__annotations__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_flags, f.__code__.co_names, f.__code__.co_consts, f.__globals__ is globals(), f.__closure__, f.__dict__, f.__module__, f.__type_params__)
f.attr = 1; print(f.attr, vars(f)); del f.attr
try: f.attr
except AttributeError as e: print(e)
f.__name__ = "g"; f.__qualname__ = "Q.g"; print(f); f.__defaults__ = (5,)
try: f.__name__ = 5
except TypeError as e: print(e)
try: f.__code__ = 5
except TypeError as e: print(e)
def h[T: int, *Ts, **P](x: T) -> T: return x
print(h.__type_params__, h.__annotations__, h(5))
class G[T]:
    x: T
    def m[U](self, y: U) -> T: ...
print(G.__type_params__, G[int], G.__orig_bases__, G.__mro__, G.m.__type_params__, G.__annotations__)
type Alias[T] = list[T] | None
print(Alias, Alias.__value__, Alias[int], Alias.__type_params__)
type Lazy = Undefined
try: Lazy.__value__
except NameError as e: print(e)
class Ann:
    a: int = 1
    b: Undef
    def __init__(self): self.c: str = "x"
try: Ann.__annotations__
except NameError as e: print(e)
x: int; 
print("x" in globals(), __annotations__ if 0 else "")
def scope():
    global gg, hh
    gg = 1
    def inner():
        nonlocal v
        v += 1
        return v
    v = 10
    return inner
i = scope(); print(i(), i(), gg)
def late():
    try: print(zz)
    except UnboundLocalError as e: print(e)
    zz = 1
    del zz
    try: zz
    except UnboundLocalError as e: print(e)
late()
def clos():
    def g(): return fr
    try: g()
    except NameError as e: print(e)
    fr = 1
clos()
print([*range(3), *"ab"], {**{"a": 1}, "b": 2}, (*[1], 2), [x for x in range(3) if x if x > 1], [(x, y) for x in range(2) for y in range(x)], {x: [y for y in range(x)] for x in range(3)}, (lambda x=1, *y, z=2, **w: (x, y, z, w))(5, 6, z=7, q=8))
a = b = c = []; a.append(1); print(b is c, c)
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
[a, b] = b, a; print(a, b)
for i, (j, k) in enumerate([(1, 2), (3, 4)]): print(i, j, k)
x = 5; x = x + 1 if x > 3 else 0; print(x, 1 < x < 10, not x == 6, x is not None, x in (6,), x not in [1])
while True:
    x -= 1
    if x == 3: continue
    if x < 2: break
else: print("never")
print(x, (y := x + 1), y)
if (n := len("abc")) > 2: print(n)
assert True, "no"
del x
try: x
except NameError as e: print(e)
def gen():
    x = yield
    while x: x = yield x * 2
g = gen(); next(g); print(g.send(2), g.send(3))
try: g.send(0)
except StopIteration: print("stopped")
print("%s %r %5.2f %-5s| %05d %x" % ("a", "b", 3.14159, "l", 42, 255), "{:>{w}}".format("r", w=5), f"{'x':^7}|{3:+}|{1234567:,}|{0.5:.0%}")
print(*[1, 2], sep=", ", end=".\n", file=sys.stdout, flush=True)
print("a" "b" 'c', r"\n", b"\x41", u"u", """m
l""", '\'', "\"", "\u00e9")
