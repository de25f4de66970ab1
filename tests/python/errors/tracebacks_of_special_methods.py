import traceback
def show(f):
    try: f()
    except BaseException: traceback.print_exc()
class A:
    def __init__(self, a): self.val = a
    def __add__(self, o): raise ValueError("add")
    def __eq__(self, o): raise ValueError("eq")
    def __call__(self, *a, **k): raise ValueError("call")
    def __contains__(self, x): raise ValueError("contains")
    def __iter__(self): raise ValueError("iter")
    def __bool__(self): raise ValueError("bool")
    def __getattr__(self, n): raise AttributeError("getattr " + n)
    def __setitem__(self, k, v): raise ValueError("setitem")
    def __format__(self, s): raise ValueError("format")
    def __hash__(self): raise ValueError("hash")
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): pass
    def __lt__(self, o): raise ValueError("lt")
    def __len__(self): raise ValueError("len")
    def __repr__(self): raise ValueError("repr")
    def __neg__(self): raise ValueError("neg")
    def __index__(self): raise ValueError("index")
    def __delitem__(self, k): raise ValueError("delitem")
    def __iadd__(self, o): raise ValueError("iadd")
a = A(1)
show(lambda: a + 1)
show(lambda: 1 if a == 2 else 3)
show(lambda: a(1, 2, x=3))
show(lambda: 5 in a)
show(lambda: [x for x in a])
show(lambda: not a)
show(lambda: a and 1)
show(lambda: a.missing)
show(lambda: f"{a} and {a!r}")
show(lambda: {a: 1})
show(lambda: sorted([a, a]))
show(lambda: len(a))
show(lambda: print(a))
show(lambda: -a)
show(lambda: [1, 2][a])
show(lambda: (yield_ := a < 3))
def stmts1(): a[1] = 2
def stmts2():
    with a: pass
def stmts3():
    for x in a:
        pass
def stmts4():
    x, y = a
def stmts5():
    if a:
        pass
def stmts6():
    while a: pass
def stmts7():
    assert a
def stmts8():
    del a[0]
def stmts9():
    b = a
    b += 1
def stmts10():
    return a.x.y.z
def stmts11():
    print(
        "abc",
        a.foo(
            1
        ),
    )
def stmts12():
    x = {
        "a": 1,
        "b": a.bar,
    }
def stmts13():
    match a:
        case [1, 2]: pass
        case A(zzz=1): pass
def stmts14():
    raise a
def stmts15():
    raise ValueError from a
def stmts16():
    from nothing import x
def stmts17():
    class B(a): pass
def stmts18():
    def f(x=a.q): pass
def stmts19():
    @a
    def f(): pass
def stmts20():
    global zz
    zz += 1
def stmts21():
    return a.val.real.imag.nope + a.val
def stmts22():
    a.val.real = 5
def stmts23():
    del a.nope
def stmts24():
    x = [a.val, a.zzz, *a]
def stmts25():
    return (a
            .val
            .upper())
def stmts26():
    try:
        a + 1
    except TypeError:
        pass
    finally:
        1 / 0
for i in range(1, 27): show(globals()[f"stmts{i}"])
