def m(x):
    match x:
        case 0 | 1: return "small"
        case int(n) if n > 100: return f"big {n}"
        case int() | float(): return "num"
        case "a" | "b" as s: return f"str {s}"
        case str(): return "other str"
        case []: return "empty"
        case [1, *rest]: return f"one {rest}"
        case [a, b]: return f"pair {a} {b}"
        case (a, (b, *_), *c): return f"nest {a} {b} {c}"
        case {"k": v, **rest}: return f"map {v} {rest}"
        case {}: return "mapping"
        case None: return "none"
        case True: return "true"
        case _: return "default"
for x in (0, 1, 500, 50, 1.5, "a", "zz", [], [1, 2, 3], [5, 6], [5, [6, 7], 8], {"k": 1, "z": 2}, {"q": 1}, None, True, {1}, b"ab", (1,), range(2), (3, "ab")):
    print(repr(x), m(x))
class Pt:
    __match_args__ = ("x", "y")
    def __init__(s, x, y): s.x, s.y = x, y
def p(o):
    match o:
        case Pt(0, 0): return "origin"
        case Pt(x=0, y=yy): return f"y axis {yy}"
        case Pt(a, b) if a == b: return "diag"
        case Pt(): return "pt"
for o in (Pt(0, 0), Pt(0, 3), Pt(2, 2), Pt(1, 2), 5): print(p(o))
for pat in ("Pt(1,2,3)", "int(1, 2)", "5()", "Pt(x=1, x=2)"):
    try: exec(f"match Pt(1,2):\n  case {pat}: pass")
    except Exception as e: print(type(e).__name__, e)
class NoArgs: pass
try:
    match NoArgs():
        case NoArgs(1): pass
except TypeError as e: print(e)
class BadArgs: __match_args__ = ["x"]
try:
    match BadArgs():
        case BadArgs(1): pass
except TypeError as e: print(e)
for src in ("match x:\n case a: pass\n case b: pass", "match x:\n case a | 1: pass", "match x:\n case [*a, *b]: pass", "match x:\n case {**r, 'a': 1}: pass", "match x:\n case [a, a]: pass","match x:\n case 1 + 2: pass", "match x:\n case -1+2j: print('ok')", "match x:\n case {'a': 1, 'a': 2}: pass", "match x:\n pass", "match x:\n case a.b(): pass\n case 'x' 'y': pass"):
    try: compile(src, "<s>", "exec"); print("compiled")
    except SyntaxError as e: print(e)
match 1, 2:
    case 1, x: print(x)
match {"a": [1, {"b": 2}]}:
    case {"a": [_, {"b": z}]}: print(z)
match = 5; case = 6; print(match, case)
