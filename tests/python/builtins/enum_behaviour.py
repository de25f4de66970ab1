from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum, EnumMeta, nonmember, member
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    ALIAS = 1
    def f(self): return self.name.lower()
print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], Color.ALIAS is Color.RED, list(Color), len(Color))
print(Color.RED.f(), Color.RED.name, Color.RED.value, Color.RED == 1, Color.RED in Color, 1 in Color, 9 in Color)
for bad in (lambda: Color(7), lambda: Color["X"], lambda: Color.X, lambda: Color.RED < Color.GREEN, lambda: Color(), lambda: setattr(Color, "RED", 5), lambda: delattr(Color, "RED"), lambda: setattr(Color.RED, "name", 5), lambda: Color.RED.GREEN):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
try:
    class Sub(Color): X = 1
except TypeError as e: print(e)
class N(IntEnum):
    A = 1; B = 2
print(N.A, repr(N.A), N.A + 1, N.A < N.B, f"{N.A}", f"{N.A:>5}", N(1), int(N.A), [N.A, N.B], max(N))
class F(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(F.R | F.X, repr(F.R | F.X), F.RW, F(0), F(7), F.R in F.RW, ~F.R, F.R & F.W, F.R ^ F.RW, list(F.RW), bool(F(0)), len(F.RW))
try: F(8)
except ValueError as e: print(e)
class I(IntFlag):
    A = 1; B = 2
print(I.A | 4, repr(I.A | I.B), I(8), ~I.A, I.A + 1)
class S(StrEnum):
    ONE = auto(); TWO = "zwei"
print(S.ONE, repr(S.TWO), S.ONE + "!", S.ONE == "one", f"{S.TWO!r:>20}")
try:
    @unique
    class U(Enum): A = 1; B = 1
except ValueError as e: print(e)
A = Enum("A", "x y z"); print(list(A), A.x.value, A.__module__)
A = Enum("A", {"p": 5}); print(A.p)
class Planet(Enum):
    E = (1, 2)
    def __init__(self, a, b): self.a, self.b = a, b
    @property
    def s(self): return self.a + self.b
print(Planet.E.s, Planet.E.value, Planet.__members__)
class O(Enum):
    @classmethod
    def _missing_(cls, v): return cls.D
    D = 0
    X = 5
print(O(17))
class G(Enum):
    def _generate_next_value_(name, start, count, last): return name * 2
    AB = auto()
print(G.AB.value)
class Str(str, Enum):
    A = "a"
print(Str.A, f"{Str.A}", Str.A == "a", Str.A.upper(), repr(Str.A))
match Color.GREEN:
    case Color.RED: print("r")
    case Color.GREEN: print("g")
print(Color.__doc__, type(Color), isinstance(Color.RED, Color), Color.RED.__class__, {Color.RED: 1})
print(dir(Color)[:5], Color.RED.__hash__() == hash("RED"))
print(F.R.value, [f.name for f in F], F["R"], F.R.name, (F.R|F.X).name)
