print(repr(list("abc")))
print(repr(tuple([1])))
print(repr(set([1])))
print(repr(dict(a=1)))
print(repr(str(5)))
print(repr(int("5")))
print(repr(float("5")))
print(repr(complex("5")))
print(repr(bytes([5])))
print(repr(bool("x")))
print(repr(frozenset([1])))
print(repr(bytearray(b"x")))
print(repr(list(dict(a=1).items())))
print(repr(int(float("3.7"))))
print(repr(str(int("0x10", 16))))
print(repr(list(bytes("é", "utf8"))))
print(repr(tuple("ab") + tuple(range(2))))
print(repr(dict([("k", list("v"))])))
print(repr(set("hello") == set("olleh")))
print(repr(list(map(int, str(2 ** 20)))))
print(repr("".join(map(chr, [104, 105]))))
print(repr(type(globals())))
print(repr("__name__" in globals()))
for expression in (
    'globals(1)',
    'locals(1)',
    'list(1)',
    'tuple(1)',
    'dict(1)',
    'set(1)',
    'frozenset(1)',
    'bytearray("x")',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
