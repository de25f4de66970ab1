# iteration protocol pages
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): self.i = 0; return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Count(3)), tuple(Count(2)), set(Count(2)), sum(Count(3)), max(Count(3)), sorted(Count(3), reverse=True), 2 in Count(3), [*Count(2)], dict(zip(Count(2), "ab")), list(map(str, Count(2))), list(filter(lambda x: x > 1, Count(3))), list(enumerate(Count(2))), "-".join(map(str, Count(3))), any(Count(0)), all(Count(0)), min(Count(3), key=lambda x: -x), list(reversed([*Count(3)])))
a, b, c = Count(3); print(a, b, c)
a, *r = Count(4); print(a, r)
try: a, b = Count(3)
except ValueError as e: print(e)
try: a, b, c, d = Count(3)
except ValueError as e: print(e)
it = iter(Count(2)); print(next(it), next(it), next(it, "end"))
try: next(it)
except StopIteration as e: print(repr(e))
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError("stop")
        return i * 10
print(list(Seq()), 20 in Seq(), [x for x in Seq()], list(iter(Seq())))
try: reversed(Seq())
except TypeError as e: print(e)
try: len(Seq())
except TypeError as e: print(e)
class Bad1:
    def __iter__(self): return 1
class Bad2:
    def __iter__(self): return self
class Bad3:
    __iter__ = None
class Bad4:
    def __iter__(self): raise KeyError("in iter")
class Bad5:
    def __iter__(self): return self
    def __next__(self): raise KeyError("in next")
for B in (Bad1, Bad2, Bad3, Bad4, Bad5):
    for f in (iter, list, lambda o: [*o], lambda o: next(iter(o)), lambda o: sum(o), lambda o: 1 in o, lambda o: dict(o), lambda o: "".join(o), lambda o: (lambda *a: a)(*o), lambda o: {**o}):
        try: print(f(B()))
        except Exception as e: print(B.__name__, type(e).__name__, e)
    try:
        for x in B(): pass
    except Exception as e: print("for", type(e).__name__, e)
    try: a, b = B()
    except Exception as e: print("unpack", type(e).__name__, e)
i = iter([1, 2, 3]); print(next(i), list(i), list(i)); print(iter(i) is i, type(i), i.__length_hint__())
def g():
    print("start"); x = yield 1; print("x", x); yield 2; print("end")
it = g(); print(it.gi_frame.f_lineno, next(it), it.gi_running, it.gi_suspended, next(it), next(it, "done"), it.gi_frame)
def chain(*its):
    for i in its: yield from i
print(list(chain([1], (2,), "ab", {3: 4}, range(2), (x for x in [9]))))
def tree(n): 
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(3)))
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 10)), list(itertools.takewhile(lambda x: x < 20, fib())))
def acc():
    total = 0
    while True:
        v = yield total
        if v is None: return total
        total += v
a = acc(); next(a); a.send(5); a.send(6)
try: a.send(None)
except StopIteration as e: print("total", e.value)
gen = (x * x for x in range(3)); print(gen, next(gen), list(gen), list(gen))
print(sum(x for x in range(5)), max((x, -x) for x in range(3)), dict((x, y) for x, y in zip("ab", [1, 2])), sorted((x for x in "bca")), *(x for x in "ab"))
class Ctx:
    def __enter__(self): return iter([1])
    def __exit__(self, *a): pass
with Ctx() as it: print(next(it))
z = zip([1, 2], "abc"); print(next(z), list(z)); 
try: list(zip([1], "ab", strict=True))
except ValueError as e: print(e)
m = map(lambda a, b: (a, b), [1, 2], "a"); print(list(m))
e = enumerate("ab", start=5); print(next(e), list(e)); r = reversed([1, 2]); print(next(r), list(r), r.__length_hint__())
f = filter(None, [0, 1, "", "a"]); print(list(f)); print(list(iter(iter([1, 2, 0, 3]).__next__, 0)))
d = {"a": 1, "b": 2}
for k in d: print(k, end=" ")
for k, v in d.items(): print(k, v, end=" ")
for i, (k, v) in enumerate(d.items()): print(i, k, v, end=" ")
for ch in "hé": print(ch, end=" ")
for b in b"ab": print(b, end=" ")
for line in "x\ny".splitlines(): print(line, end=" ")
for x in range(10, 0, -3): print(x, end=" ")
for _ in range(2): pass
else: print("for-else", _)
while True: break
else: print("no")
for x in []: pass
else: print("empty else")
print([(i, j) for i in range(3) for j in range(i)], [[i * j for j in range(2)] for i in range(2)], {i: i % 2 for i in range(3)}, {i % 2 for i in range(5)}, [x if x else "z" for x in range(2)], [a for a, *b in [(1, 2), (3,)]], [y for x in [[1], [2]] for y in x])
print([lambda: i for i in range(2)][0](), [f() for f in [(lambda j: lambda: j)(i) for i in range(2)]])
x = 1; print([x for x in range(3)], x); print([(x, y) for x in range(2) for y in [x * 10]], x)
class S:
    items = [1, 2]; doubled = [i * 2 for i in items]
    try: bad = [i * len(items) for i in items]
    except NameError as e: print(e)
print(S.doubled)
