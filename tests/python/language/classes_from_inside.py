class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, kw)
        return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw): print("init", name); super().__init__(name, bases, ns)
    def __call__(c, *a): print("call", c.__name__, a); return super().__call__(*a)
    @classmethod
    def __prepare__(m, name, bases, **kw): print("prepare", name, kw); return {"prepared": 1}
    def __instancecheck__(c, o): return o == 5
    def __getattr__(c, n): return "meta " + n
    def __len__(c): return 3
    def __repr__(c): return f"<M {c.__name__}>"
    def __iter__(c): return iter("xyz")
    def __contains__(c, x): return x == 1
    def __getitem__(c, k): return k
class A(metaclass=Meta, opt=1):
    def __init__(self, x=0): self.x = x
print(A, A(3).x, A.foo, len(A), isinstance(5, A), isinstance(A(), A), A.prepared, list(A), 1 in A, A["k"])
class Desc:
    def __set_name__(self, o, n): print("set_name", o, n); self.n = "_" + n
    def __get__(self, o, t): return self if o is None else getattr(o, self.n, "unset")
    def __set__(self, o, v): print("set", v); setattr(o, self.n, v)
    def __delete__(self, o): print("delete"); delattr(o, self.n)
class B:
    d = Desc()
    def __init_subclass__(cls, **kw): print("subclass", cls, kw); super().__init_subclass__()
b = B(); print(b.d); b.d = 5; print(b.d, b.__dict__); del b.d; print(b.d, B.d)
class C(B, flag=True): pass
try:
    class D(C, x=1):
        def __init_subclass__(cls): pass
    class E(D, y=2): pass
except TypeError as e: print(e)
try:
    class F(flag=1): pass
except TypeError as e: print(e)
class P:
    @property
    def x(self): "doc"; return self._x
    @x.setter
    def x(self, v):
        if v < 0: raise ValueError("neg")
        self._x = v
    @property
    def ro(self): return 1
    @x.deleter
    def x(self): del self._x
p = P()
try: p.x
except AttributeError as e: print(e)
p.x = 5; print(p.x, P.x.__doc__, P.x)
try: p.x = -1
except ValueError as e: print(e)
try: p.ro = 1
except AttributeError as e: print(e)
try: del p.ro
except AttributeError as e: print(e)
del p.x
class G:
    def __getattr__(self, n): print("getattr", n); raise AttributeError(n)
    def __setattr__(self, n, v): print("setattr", n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("delattr", n); object.__delattr__(self, n)
g = G(); g.a = 1; print(g.a, hasattr(g, "zz"), getattr(g, "q", 7)); del g.a
try: del g.a
except AttributeError as e: print(e)
class H:
    __slots__ = ("a", "b")
h = H(); h.a = 1
for f in (lambda: h.b, lambda: setattr(h, "c", 1), lambda: h.__dict__, lambda: delattr(h, "b")):
    try: print(f())
    except AttributeError as e: print(e)
from abc import ABC, abstractmethod
class Abs(ABC):
    @abstractmethod
    def m(self): ...
    @property
    @abstractmethod
    def q(self): ...
try: Abs()
except TypeError as e: print(e)
class Sub(Abs):
    def m(self): return 1
try: Sub()
except TypeError as e: print(e)
Abs.register(int); print(isinstance(1, Abs), issubclass(int, Abs))
class V:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return "radd"
    def __bool__(self): return 5
    def __len__(self): return -1
    def __str__(self): return 5
    def __hash__(self): return "a"
    def __index__(self): return "a"
    def __iter__(self): return 5
    def __contains__(self, x): raise KeyError(x)
    def __call__(self): return "called"
v = V()
for f in (lambda: v == v, lambda: v < v, lambda: v + v, lambda: 1 + v, lambda: bool(v), lambda: len(v), lambda: str(v), lambda: hash(v), lambda: [1][v], lambda: iter(v), lambda: 1 in v, lambda: v(), lambda: v @ v, lambda: -v, lambda: v[1], lambda: v.x, lambda: f"{v}", lambda: print(v), lambda: {v: 1}, lambda: int(v), lambda: float(v), lambda: v ** 2):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
