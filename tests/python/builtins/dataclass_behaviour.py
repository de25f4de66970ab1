from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, KW_ONLY, InitVar, make_dataclass, is_dataclass
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False)
print(P(1), P(1) == P(1, 0), P(1, 2) != P(1), P.__doc__, P.__match_args__)
try: P()
except TypeError as e: print(e)
try: P(1, 2, 3, 4)
except TypeError as e: print(e)
try: P(1, z=3)
except TypeError as e: print(e)
@dataclass(order=True, frozen=True, slots=True)
class Q:
    a: int
    b: str = "b"
q = Q(1)
try: q.a = 5
except FrozenInstanceError as e: print(repr(e))
try: del q.a
except FrozenInstanceError as e: print(repr(e))
try: q.zz = 5
except Exception as e: print(type(e).__name__, e)
print(sorted([Q(2), Q(1, "z"), Q(1)]), hash(q) == hash(Q(1)), Q.__slots__)
print(asdict(P(1, 2, [P(3)])), astuple(P(1)), replace(P(1), y=7))
print([f.name for f in fields(P)], is_dataclass(P), is_dataclass(P(1)))
@dataclass
class R(P):
    z: int = 5
    _: KW_ONLY
    k: int = 6
    iv: InitVar[int] = 3
    def __post_init__(self, iv): self.total = self.x + iv
r = R(1, iv=10)
print(r, r.total)
try: R(1, 2, [], 4, 5)
except TypeError as e: print(e)
try:
    @dataclass
    class Bad:
        x: int = 1
        y: int
except TypeError as e: print(e)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e: print(e)
C = make_dataclass("C", [("x", int), ("y", int, field(default=5))])
print(C(1), C.__name__)
print(fields(P)[0])
@dataclass
class Node:
    v: int
    next: "Node | None" = None
n = Node(1); n.next = n
print(n)
try: Q(1) < P(1)
except TypeError as e: print(e)
try: P(1) < P(2)
except TypeError as e: print(e)
try: hash(P(1))
except TypeError as e: print(e)
try: replace(r, x=5)
except Exception as e: print(type(e).__name__, e)
try: asdict(5)
except TypeError as e: print(e)
match P(1, 2):
    case P(x=1, y=y): print("y", y)
match P(1, 2):
    case P(a, b): print(a, b)
import inspect
print(inspect.signature(P))
@dataclass(repr=False, eq=False)
class S: x: int
print(S(1) == S(1))
@dataclass(kw_only=True)
class K: x: int; y: int = 1
print(K(x=1))
try: K(1)
except TypeError as e: print(e)
