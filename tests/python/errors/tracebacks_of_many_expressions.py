x = [1, 2, 3]
d = {"a": {"b": None}}
def attempt(f):
    import traceback
    try: f()
    except Exception: traceback.print_exc()
attempt(lambda: d["a"]["b"]["c"])
attempt(lambda: x[10] + x[1])
attempt(lambda: (1 + 2) * (3 / 0))
attempt(lambda: x.foo.bar)
attempt(lambda: sum(
    a / 0
    for a in x
))
attempt(lambda: int("x" * 3, 10) +
    5)
attempt(lambda: "a" + 1 + "b")
attempt(lambda: f(x, y=2))
attempt(lambda: print("abc".upper().nothing()))
attempt(lambda: x[1:2:0])
attempt(lambda: -"a")
attempt(lambda: not x < "a")
attempt(lambda: [i for i in 5])
attempt(lambda: {**5})
attempt(lambda: print(*5))
attempt(lambda: (lambda a, b: a)(1))
def long():
    return (x[0] +
            x[1] +
            x[7] +
            x[2])
attempt(long)
def call():
    return long(
        1,
        2,
        3,
        4,
        5,
        6,
        7)
attempt(call)
def é():
    return "ééé" + "日本" + 1
attempt(é)
def w():
    with open(5, nope=1) as f: pass
attempt(w)
def asrt(): assert x == [], "message"
attempt(asrt)
def asrt2(): assert (x ==
    [])
attempt(asrt2)
def unp(): a, b = x
attempt(unp)
def unp2(): (a, b), c = x, 1
attempt(unp2)
def dele(): del x[10]
attempt(dele)
def aug(): x[10] += 1
attempt(aug)
def attr(): x.y = 5
attempt(attr)
def imp(): from os import nothing_here
attempt(imp)
def imp2(): import nothing_here
attempt(imp2)
def match_():
    match 5:
        case x.y.z: pass
attempt(match_)
def gl(): undefined_name.foo
attempt(gl)
def ub():
    print(q); q = 1
attempt(ub)
