class Vec:
    def __init__(self, *c): self.c = c
    def __repr__(self): return f"Vec{self.c}"
    def __add__(self, o): return Vec(*[a + b for a, b in zip(self.c, o.c)]) if isinstance(o, Vec) else NotImplemented
    def __mul__(self, k): return Vec(*[a * k for a in self.c])
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.c, o.c))
    def __eq__(self, o): return isinstance(o, Vec) and self.c == o.c
    def __hash__(self): return hash(self.c)
    def __abs__(self): return sum(x * x for x in self.c) ** 0.5
    def __bool__(self): return any(self.c)
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return self.c[i]
    def __iter__(self): return iter(self.c)
    def __contains__(self, x): return x in self.c
    def __neg__(self): return self * -1
    def __call__(self, i): return self.c[i]
    def __lt__(self, o): return abs(self) < abs(o)
    def __format__(self, spec): return "<" + ", ".join(format(x, spec) for x in self.c) + ">"
    def __reversed__(self): return iter(self.c[::-1])
    def __index__(self): return self.c[0]
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 1j
    def __round__(self, n=None): return ("round", n)
    def __divmod__(self, o): return ("divmod", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __floordiv__(self, o): return "fd"
    def __rfloordiv__(self, o): return "rfd"
    def __mod__(self, o): return "mod"
    def __lshift__(self, o): return "lsh"
    def __and__(self, o): return "and"
    def __ror__(self, o): return "ror"
    def __xor__(self, o): return "xor"
    def __invert__(self): return "inv"
    def __pos__(self): return "pos"
    def __trunc__(self): return "trunc"
    def __ceil__(self): return "ceil"
    def __floor__(self): return "floor"
    def __bytes__(self): return b"bytes"
    def __dir__(self): return ["z", "a"]
    def __sizeof__(self): return 100
    def __iadd__(self, o): return "iadd"
    def __getattr__(self, n): return f"attr {n}"
    def __length_hint__(self): return 3
    def __instancecheck__(self, o): return True
    def __enter__(self): return "entered"
    def __exit__(self, *a): return True
    def __missing__(self, k): return "missing"
    def __del__(self): pass
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
    def __reduce__(self): return (Vec, (1,))
import math, copy, operator
v, w = Vec(3, 4), Vec(1, 2)
print(v + w, v * 2, 2 * v, v @ w, v == Vec(3, 4), v != w, abs(v), bool(Vec(0)), len(v), v[0], v[-1], v[0:1], list(v), 4 in v, -v, v(1), v < w, v > w, sorted([v, w]), max(v, w), f"{v:.1f} {v}", list(reversed(v)), [10, 20, 30, 40][v], int(v), float(v), complex(v), round(v), round(v, 2), divmod(v, 1), v ** 2, pow(v, 2, 3), 2 ** v, v // 1, 1 // v, v % 1, v << 1, v & 1, 1 | v, v ^ 1, ~v, +v, math.trunc(v), math.ceil(v), math.floor(v), bytes(v), dir(v), v.foo, hex(v), bin(v), oct(v), copy.copy(v), copy.deepcopy(v), isinstance(1, v), {v: 1}[Vec(3, 4)], operator.index(v), "abcdef"[v], range(v), slice(v).indices(9), "ab" * v, [0] * v, str(v), "%s %d %r" % (v, v, v), sum([v, w], Vec(0, 0)), hash(v) == hash((3, 4)), a if (a := v) else 0, *v, [*v], {*v}, dict.fromkeys(v), math.sqrt(v), chr(v), bytes([v]), int.from_bytes(v), math.factorial(v))
v += 1; print(v)
with w as e: print(e); raise ValueError("suppressed")
try: w <= v
except TypeError as e: print(e)
for f in (lambda: w + 1, lambda: 1 + w, lambda: w - w, lambda: w / 2, lambda: w >> 1, lambda: w | 1, lambda: 1 @ w, lambda: w["a"], lambda: w[9]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class D(dict):
    def __missing__(self, k): return k * 2
d = D(a=1); print(d["a"], d["zz"], d.get("q"), "zz" in d)
class Order:
    def __init__(self, n): self.n = n
    def __repr__(self): return self.n
    def __add__(self, o): print("add", self, o); return NotImplemented
    def __radd__(self, o): print("radd", self, o); return NotImplemented
    def __eq__(self, o): print("eq", self, o); return NotImplemented
    def __lt__(self, o): print("lt", self, o); return NotImplemented
    def __gt__(self, o): print("gt", self, o); return NotImplemented
class Sub(Order): 
    def __radd__(self, o): print("sub radd", self, o); return "subbed"
x, y, z = Order("x"), Order("y"), Sub("z")
try: x + y
except TypeError as e: print(e)
print(x + z, x == y, x != y)
try: x < y
except TypeError as e: print(e)
try: x += y
except TypeError as e: print(e)
