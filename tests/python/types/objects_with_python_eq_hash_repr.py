import weakref, types, functools, contextvars
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"A({self.n})"
    def __eq__(self, o): return isinstance(o, A) and self.n == o.n
    def __hash__(self): return hash(self.n)
    def __call__(self, *a): return a
    def m(self): pass
a, b = A(1), A(1)
print(a.m, [a.m], {"x": a.m}, str(a.m), f"{a.m}", types.MethodType(a, 5), types.MethodType(len, a))
print(weakref.ref(a) == weakref.ref(b), hash(weakref.ref(a)) == hash(a), {weakref.ref(a): 1}[weakref.ref(b)], weakref.ref(a) in {weakref.ref(b)})
s = weakref.WeakSet([a, b]); print(len(s), A(1) in s, list(s))
d = weakref.WeakKeyDictionary({a: 1}); print(d[A(1)], list(d.items()), A(2) in d, len(d))
v = weakref.WeakValueDictionary(x=a); print(v["x"], dict(v), list(v.values()))
p = weakref.proxy(a); print(p.n, p == b, repr(p)[:18], callable(p), p(1))
print(classmethod(a), staticmethod(a), functools.partial(a, 1), property(a), types.MappingProxyType({a: a}), slice(a, a), types.SimpleNamespace(x=a), super(A, a), iter(a, 5) if 0 else "", range, enumerate([a]).__class__, zip([a]), memoryview(b"a") == b"a")
f = weakref.finalize(a, print, "finalized"); print(f.alive)
m = weakref.WeakMethod(a.m); print(m() == a.m, a.m == b.m, a.m == a.m, hash(a.m) == hash(a.m), {a.m: 1}[a.m])
cv = contextvars.ContextVar("cv", default=a); print(repr(cv)[:40], cv.set(b).old_value)
print(ValueError(a), repr(ValueError(a)), KeyError(a), OSError(a, a), StopIteration(a), ExceptionGroup("g", [ValueError(a)]), repr(ExceptionGroup("g", [ValueError(a)])), SystemExit(a), AttributeError(a), SyntaxError(a))
try: {}[a]
except KeyError as e: print(e, repr(e))
try: [].remove(a)
except ValueError as e: print(e)
try: [].index(a)
except ValueError as e: print(e)
try: ().index(a)
except ValueError as e: print(e)
try: set().remove(a)
except KeyError as e: print(e)
try: {}.pop(a)
except KeyError as e: print(e)
try: range(3).index(a)
except ValueError as e: print(e)
print(a in [b], a in (b,), a in {b}, [a] == [b], (a,) == (b,), {a} == {b}, {a: 1} == {b: 1}, [a].count(b), [a].index(b), (a,).count(b), {a: 1}.get(b), {a, b}, frozenset([a]) | {b}, hash((a, 1)) == hash((b, 1)), [a, 2] < [b, 3], max([(a, 1), (b, 2)])[1])
print("%s %r %a" % (a, a, a), "{} {!r} {:>6}".format(a, a, str(a)), f"{a} {a!r:>8}", str([a]), repr((a,)), print(a, [a]), ascii(a), "x".join([str(a)]))
from collections import deque, Counter, OrderedDict, defaultdict, ChainMap, namedtuple
print(deque([a]), Counter([a, b]), OrderedDict([(a, a)]), defaultdict(int, {a: 1}), ChainMap({a: a}), namedtuple("N", "x")(a), deque([a]).count(b), deque([a]).index(b), a in deque([b]), deque([a]) == deque([b]))
import asyncio
async def main():
    fut = asyncio.get_running_loop().create_future(); fut.set_result(a); print(fut)
    async def f(): return a
    t = asyncio.create_task(f()); await t; print(t, await asyncio.gather(f()))
    q = asyncio.Queue(); q.put_nowait(a); print(q)
    h = asyncio.get_running_loop().call_soon(a.m); print(str(h)[:30])
    try: raise ValueError(a)
    except ValueError as e:
        fut = asyncio.Future(); fut.set_exception(e); print(fut)
        try: await fut
        except ValueError: pass
    fut = asyncio.Future(); fut.cancel(a); 
    try: await fut
    except asyncio.CancelledError as e: print(repr(e))
asyncio.run(main())
