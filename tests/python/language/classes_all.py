# classes of inheritance, mixins, super chains, __init_subclass__, __class_getitem__, MRO errors, name mangling, slots
class A:
    def __init__(self, **kw): print("A", kw); self.__secret = 1
    def hello(self): return "A"
    def get(self): return self.__secret
class B(A):
    def __init__(self, b=0, **kw): print("B", b); super().__init__(**kw)
    def hello(self): return "B" + super().hello()
class C(A):
    def __init__(self, c=0, **kw): print("C", c); super().__init__(**kw)
    def hello(self): return "C" + super().hello()
class D(B, C):
    def hello(self): return "D" + super().hello()
d = D(b=1, c=2); print(d.hello(), [k.__name__ for k in D.__mro__], d.get(), d.__dict__, D.mro() == list(D.__mro__))
try: d.__secret
except AttributeError as e: print(e)
try:
    class X(A, D): pass
except TypeError as e: print(e)
try:
    class Y(A, A): pass
except TypeError as e: print(e)
try:
    class Z(int, str): pass
except TypeError as e: print(e)
try: D(1, 2)
except TypeError as e: print(e)
class P:
    registry = {}
    def __init_subclass__(cls, key=None, **kw): super().__init_subclass__(**kw); P.registry[key or cls.__name__] = cls
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
class Q(P, key="q"): pass
class R(P): pass
print(P.registry, P[int], Q["x"])
class S:
    __slots__ = ("x", "__y", "z")
    def __init__(self): self.x = 1; self.__y = 2
    def gy(self): return self.__y
s = S(); print(s.gy(), S.__slots__, s.x, hasattr(s, "z"), hasattr(s, "__dict__"))
class S2(S): pass
s2 = S2(); s2.new = 1; print(s2.__dict__, s2.x)
try:
    class S3: __slots__ = ("a",); a = 1
except ValueError as e: print(e)
class Temp:
    def __init__(self, c): self.c = c
    @property
    def f(self): return self.c * 9 / 5 + 32
    @f.setter
    def f(self, v): self.c = (v - 32) * 5 / 9
    @classmethod
    def from_f(cls, f): t = cls(0); t.f = f; return t
    @staticmethod
    def valid(c): return c >= -273.15
    def __repr__(self): return f"{type(self).__name__}({self.c:.1f})"
t = Temp.from_f(212); print(t, t.f, Temp.valid(-300), t.valid(0)); t.f = 32; print(t)
class Stack(list):
    def push(self, x): self.append(x); return self
    def peek(self): return self[-1]
st = Stack([1]).push(2); print(st, st.peek(), len(st), st == [1, 2], type(st[:]), isinstance(st, list), st + [3], repr(st), sorted(st, reverse=True))
class Cfg(dict):
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k) from None
    def __setattr__(self, k, v): self[k] = v
c = Cfg(a=1); c.b = 2; print(c, c.a, c.b, hasattr(c, "zz"))
try: c.zz
except AttributeError as e: print(repr(e))
class Cnt:
    n = 0
    def __new__(cls, *a): cls.n += 1; return super().__new__(cls)
    def __init__(self, *a): self.a = a
Cnt(1); Cnt(2, 3); print(Cnt.n, Cnt().a)
class Single:
    _i = None
    def __new__(cls):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
print(Single() is Single())
class NI(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
    def __add__(self, o): return NI(int(self) + o)
print(NI(5), NI(5) + 1, type(NI(1) + 1).__name__, type(NI(1) * 2).__name__, NI(3) == 6, hash(NI(3)) == hash(6), f"{NI(2):03d}", NI(1).real, [10, 20, 30][NI(1)])
class St(str):
    def shout(self): return self.upper() + "!"
x = St("hi"); print(x.shout(), type(x.upper()).__name__, x + "y", x == "hi", {x: 1}["hi"], "".join([x, St("b")]), isinstance(x, str), x[0], len(x), repr(x), f"{x:>4}")
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def desc(self): return f"{self.name}: {self.area()}"
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    name = "square"
print(Sq(2).desc(), Shape.__abstractmethods__ == {"area", "name"})
try: Shape()
except TypeError as e: print(e)
class Half(Shape):
    def area(self): return 0
try: Half()
except TypeError as e: print(e)
print(isinstance(Sq(1), Shape), Sq.__mro__[-1], Shape.area.__isabstractmethod__)
import functools
@functools.total_ordering
class Ver:
    def __init__(self, s): self.t = tuple(map(int, s.split(".")))
    def __eq__(self, o): return self.t == o.t
    def __lt__(self, o): return self.t < o.t
    def __hash__(self): return hash(self.t)
    def __str__(self): return ".".join(map(str, self.t))
    __repr__ = __str__
print(sorted(map(Ver, ["1.10", "1.2", "1.9.1"])), max(Ver("1"), Ver("0.9")), Ver("1") >= Ver("1"), len({Ver("1"), Ver("1")}))
class Outer:
    class Inner:
        class Deep: pass
        def m(self): return __class__.__qualname__
    x = [i for i in range(3)]; y = lambda self: self.x
print(Outer.Inner.Deep, Outer.Inner().m(), Outer().y(), Outer.Inner.m)
def make(name):
    class Local:
        def __repr__(self): return f"<{name}>"
    Local.__name__ = name; return Local
print(make("L"), make("L")(), type("Dyn", (A,), {"z": 1, "f": lambda self: self.z})().f(), type(A), type(type(A)))
print(A.__init__ is A.__dict__["__init__"], A().hello.__func__ is A.hello, A().hello == A().hello, A.hello.__qualname__)
try: A.hello()
except TypeError as e: print(e)
try: super().x
except RuntimeError as e: print(e)
class NoSuper:
    def m(): return super()
try: NoSuper.m()
except RuntimeError as e: print(e)
class WithDel:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print("exit", t and t.__name__, v); return t is KeyError
with WithDel(): {}["k"]
try:
    with WithDel() as a, WithDel() as b: 1 / 0
except ZeroDivisionError as e: print(e)
