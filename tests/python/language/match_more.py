def f(x):
    match x:
        case {"type": "circle", "r": r} if r > 0: return 3 * r * r
        case {"type": "rect", "w": w, "h": h}: return w * h
        case [("x" | "y") as axis, int(v)]: return axis, v
        case [_, _, *rest] if rest: return rest
        case str(s) | bytes(s): return s
        case complex(real=re, imag=im): return re, im
        case _ if callable(x): return "callable"
    return None
for v in ({"type": "circle", "r": 2}, {"type": "circle", "r": -1}, {"type": "rect", "w": 2, "h": 3, "z": 1}, ["x", 5], ["z", 5], [1, 2, 3], "abc", b"b", 1j, len, 5): print(f(v))
from dataclasses import dataclass
from enum import Enum
@dataclass
class Point: x: int; y: int
class Color(Enum): RED = 1; BLUE = 2
def g(o):
    match o:
        case Point(x=0, y=0): return "origin"
        case Point(0, y): return f"y={y}"
        case Point(x, y) if x == y: return "diagonal"
        case Point() as p: return p
        case Color.RED: return "red"
        case Color(): return "other colour"
        case (Point(a, b), Point(c, d)): return a + b + c + d
        case {"p": Point(x=px)}: return px
        case 3.14 | -1 | "s" | None | True: return f"literal {o}"
        case [[a, b], [c, *d]]: return a, b, c, d
for o in (Point(0, 0), Point(0, 5), Point(2, 2), Point(1, 2), Color.RED, Color.BLUE, (Point(1, 2), Point(3, 4)), {"p": Point(9, 9)}, 3.14, -1, "s", None, True, [[1, 2], [3, 4, 5]], [], 7): print(g(o))
match [1, 2, 3]:
    case [first, *_]: print(first)
match (1, (2, 3)):
    case (a, (b, c)): print(a, b, c)
x = 5
match x:
    case int() as n if n > 10: print("big")
    case int() as n: print("small", n)
match {"a": 1}:
    case {"b": _}: print("b")
    case {"a": a, **kw}: print(a, kw)
class P2:
    __match_args__ = ("a",)
    def __init__(s, a): s.a = a
match P2(P2(1)):
    case P2(P2(v)): print(v)
match "hello":
    case [*_]: print("seq")
    case "hel" "lo": print("concat")
match range(3):
    case [0, 1, 2]: print("range matches")
match {1, 2}:
    case _: print("sets do not")
