class A:
    def __str__(self): return "str of A"
class B:
    def __repr__(self): return "repr of B"
class S(str):
    pass

print(repr(str()))
print(repr(str(5)))
print(repr(str(None)))
print(repr(str([1, "a"])))
print(repr(str(b"abc")))
print(repr(str(b"abc", "utf-8")))
print(repr(str(b"\xe4\xb8\xad", encoding="utf-8")))
print(repr(str(b"\xff", "utf-8", "replace")))
print(repr(str("x")))
print(repr(str(1.0)))
print(repr(str(True)))
print(repr(str(())))
print(repr(str({})))
print(repr(str({1})))
print(repr(str(...)))
print(repr(str(object=5)))
print(repr(str(type)))
print(repr(str(range(3))))
print(repr(repr("a")))
print(repr(repr("it's")))
print(repr(repr('say "hi"')))
print(repr(repr("both ' \"")))
print(repr(repr("\n\t\r\\")))
print(repr(repr("\x00\x1f\x7f")))
print(repr(repr("é中😀")))
print(repr(repr("\xa0\xad")))
print(repr(repr("\u2028\ud800")))
print(repr(repr("\u200b")))
print(repr(repr("")))
print(repr(repr("\U000e0001")))
print(repr(ascii("é中😀")))
print(repr(ascii("a\n")))
print(repr(repr("\x85\u0378")))
print(repr(str(A())))
print(repr(str(B())))
print(repr(repr(B())))
print(repr([B()]))
print(repr(f"{A()}"))
print(repr(f"{B()}"))
print(repr("%s %r" % (A(), B())))
print(repr(S("x")))
print(repr(type(S("x").upper())))
print(repr(type(S("x") + "y")))
print(repr(S("x") == "x"))
print(repr({S("x"): 1}["x"]))
print(repr(str(S("x"))))
print(repr(type(str(S("x")))))
for expression in (
    'str(b"\\xff", "utf-8")',
    'str(5, "utf-8")',
    'str("a", "utf-8")',
    'str(b"a", "no-such-codec")',
    'str(1, 2, 3, 4)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
