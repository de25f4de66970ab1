import warnings, sys
def f(): warnings.warn("careful"); return 1
f(); f()
warnings.warn("dep", DeprecationWarning)
warnings.warn("user", stacklevel=2)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("caught", RuntimeWarning); print(len(w), w[0].category, w[0].message)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("err")
    except UserWarning as e: print(repr(e))
@warnings.deprecated("use g") if hasattr(warnings, "deprecated") else lambda f: f
def old(): pass
old()
x = 5
if x is 5: pass
assert (1, "always true")
"a" "b" if 0 else 1
print("\d")
[1][True]
"str"()if 0 else 0
def g():
    yield
g()
class A:
    def __eq__(self, o): return True
try: {A()}
except TypeError as e: print(e)
sys.stdout.write("no newline"); sys.stdout.flush(); sys.stderr.write("err\n")
print(); print("%d" % 3.7, int("1_000"), float("1_0.5"), 1_0, 0x_ff, 0b1_0)
try: int("1__0")
except ValueError as e: print(e)
try: print("5" + 5)
except TypeError as e: print(e)
try: print(5 + "5")
except TypeError as e: print(e)
try: int("9" * 5000)
except ValueError as e: print(e)
try: str(10 ** 5000)
except ValueError as e: print(e)
def rec(): return rec()
try: rec()
except RecursionError as e: print(e)
class R:
    def __repr__(self): return repr(self)
try: repr(R())
except RecursionError as e: print(e)
l = []
for i in range(100000): l = [l]
try: repr(l)
except RecursionError as e: print(e)
try: "a" * (10 ** 12)
except MemoryError as e: print(repr(e))
try: [0] * (10 ** 14)
except (MemoryError, OverflowError) as e: print(repr(e))
try: range(10 ** 20)[10 ** 19]; print("ok"); len(range(10 ** 20))
except OverflowError as e: print(e)
try: chr(0x110000)
except ValueError as e: print(e)
try: 1 << (1 << 70)
except (OverflowError, MemoryError) as e: print(repr(e))
try: 2.0 ** 10000
except OverflowError as e: print(e)
try: int(float("inf"))
except OverflowError as e: print(e)
try: int(float("nan"))
except ValueError as e: print(e)
try: float(10 ** 400)
except OverflowError as e: print(e)
try: (-8) ** (1 / 3); print(round(((-8) ** (1 / 3)).real, 3)); 0 ** -1
except ZeroDivisionError as e: print(e)
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e: print(e)
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e: print(e)
l = [1, 2, 3]
for x in l:
    if x == 1: l.remove(1)
print(l)
import collections
q = collections.deque([1])
try:
    for x in q: q.append(2)
except RuntimeError as e: print(e)
g = (x for x in [1]); next(g)
try: next(g)
except StopIteration as e: print(repr(e), e.value)
def gen(): raise StopIteration("in gen"); yield
try: list(gen())
except RuntimeError as e: print(repr(e), repr(e.__cause__))
def gen2():
    g = gen3(); yield from g
def gen3(): return (yield 1)
try: next(gen2()); x = gen2(); x.send(1)
except TypeError as e: print(e)
g = gen2()
def reenter():
    yield next(it)
it = reenter()
try: next(it)
except ValueError as e: print(e)
sys.exit("bye")
