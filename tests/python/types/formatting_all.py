x = 3.14159; n = 42; s = "text"
print(f"{x:.2f}|{x:10.3f}|{x:<10.1f}|{x:^+10.2f}|{x:e}|{x:%}|{x:g}|{n:b}|{n:#x}|{n:08d}|{n:,}|{10**9:_}|{s:>10}|{s:*^10}|{s!r}|{s!s:5}|{s!a}")
print(f"{x=}", f"{n = }", f"{x=:.1f}", f"{s=!s}", f"{n+1=}", f"{s.upper()=}")
w = 12; p = 3
print(f"{x:{w}.{p}}|{s:{'>'}{w}}|{n:{w}d}")
print(f"{{}}{n}{{{n}}}", f"{'nested' + f'{n}'}", f"{[i for i in range(3)]}", f"{ {'a': 1}['a'] }", f"{(lambda a: a*2)(4)}")
print(f'''multi
{n}
line''', rf"\n{n}", f"\n{n}\t|", f"{n!r:>5}|")
print("{} {1}".format(1) if 0 else "{0} {1} {0}".format("a", "b"), "{:>5}|{:<5}|{:^5}".format(1, 2, 3), "{a.real} {b[0]} {c[k]}".format(a=1, b=[5], c={"k": 6}))
for t, a in (("{} {1}", (1, 2)), ("{}", ()), ("{x}", ()), ("{0.foo}", (1,)), ("{!z}", (1,)), ("{", ()), ("}", ()), ("{:d}", ("a",)), ("{:s}", (1,)), ("{:5.2d}", (1,)), ("{:zz}", (1,)), ("{[}", (1,)), ("{:,s}", ("a",)), ("{:c}", (-1,)), ("{:.2c}", (65,)), ("{:+}", ("a",))):
    try: print(t.format(*a))
    except Exception as e: print(type(e).__name__, e)
print("%5d|%-5d|%05d|%x|%o|%e|%.2f|%s|%r|%c|%%|%+d|% d|%#x" % (1, 2, 3, 255, 8, 1.5, 2.345, "s", "r", "c", 4, 5, 255))
print("%(a)s %(b)d" % {"a": 1, "b": 2}, "%s" % (1,), "%s" % [1], "%*d|%.*f" % (5, 1, 2, 3.14159))
for f, a in (("%d", "a"), ("%s %s", (1,)), ("%s", (1, 2)), ("%z", 1), ("%(a)s", 1), ("%", ()), ("%c", "ab"), ("%x", 1.5)):
    try: print(f % a)
    except Exception as e: print(type(e).__name__, e)
print(1, 2, 3, sep="-", end="!\n"); print(*"abc", sep=""); print(); print("a\tb\x00c\\d"); print(None, True, ..., NotImplemented, 1j, b"b", [1, "a"], (1,), {}, set(), frozenset({1}), {1: 2}, range(3), slice(1), print, int, 1e100, 1e16, 1e15, 0.1+0.2, -0.0, float("inf"), float("nan"), 10**20)
for bad in (lambda: print(sep=5), lambda: print(end=5), lambda: print(file=5), lambda: print(foo=1)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
print(format(255, "#010b"), format(-5, "+d"), format(1234567.891, ",.2f"), format(0.000012345, "g"), format(1e10, "n"), format(True, "d"), format("a", ""), format(None), format(12345678, "_x"))
for v, spec in ((1, "s"), ("a", "d"), (1.5, "d"), ([], "5"), (None, "5"), (1, ".2"), (1, ",b"), (1.5, "_,"), (1j, "05"), ({}, "x")):
    try: print(format(v, spec))
    except Exception as e: print(type(e).__name__, e)
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("é\n\x7f\u200b\U0001f600"), ascii("é😀"), str(b"x"), "a" "b")
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), round(-1.5), 7 // -2, 7 % -2, -7 // 2, divmod(-7, 2), 2 ** -1, 5 / 2, 1_000)
class Fm:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "STR"
    def __repr__(self): return "REPR"
print(f"{Fm()}|{Fm():abc}|{Fm()!s}|{Fm()!r:>6}|{Fm()=}")
class BadF:
    def __format__(self, spec): return 5
try: f"{BadF()}"
except TypeError as e: print(e)
for src in ('f"{"', 'f"}"', 'f"{}"', 'f"{a b}"', 'f"{a!x}"', 'f"{a!}"', 'f"{*a}"', "f'{a[\"b\"]}'", 'f"{lambda x: 1}"', 'f"{a:{b:{c}}}"', 'f"{!r}"', 'f"{a:"', "f'{a'"):
    try: compile(src, "<s>", "eval"); print("ok", src)
    except SyntaxError as e: print(src, "->", e)
name = "t"; tmpl = t"hello {name!r:>{w}} {n=}"; print(tmpl.strings, [(i.value, i.expression, i.conversion, i.format_spec) for i in tmpl.interpolations], type(tmpl))
