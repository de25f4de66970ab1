print(repr(b"abc"))
print(repr(bytes(3)))
print(repr(bytes([1, 2, 255])))
print(repr(bytes("é", "utf-8")))
print(repr(bytes(b"x")))
print(repr(bytes()))
print(repr(bytes(range(5))))
print(repr(bytes(bytearray(b"a"))))
print(repr(b"abc"[0]))
print(repr(b"abc"[-1]))
print(repr(b"abc"[1:]))
print(repr(b"abc"[::-1]))
print(repr(len(b"abc")))
print(repr(list(b"abc")))
print(repr(b"a" + b"b"))
print(repr(b"ab" * 2))
print(repr(b"a" in b"abc"))
print(repr(97 in b"abc"))
print(repr(b"abc" == b"abc"))
print(repr(b"a" < b"b"))
print(repr(b"a" == "a"))
print(repr(b"\x00\xff\n\t\\'\""))
print(repr(b"'"))
print(repr(hash(b"a") == hash(b"a")))
print(repr(b"abc".decode()))
print(repr(b"\xe4\xb8\xad".decode()))
print(repr(b"\xff".decode("latin-1")))
print(repr(b"\xffa".decode("utf-8", "replace")))
print(repr(b"\xffa".decode("utf-8", "ignore")))
print(repr(b"\xff".decode("utf-8", "backslashreplace")))
print(repr(b"a\x00".decode("utf-16-le")))
print(repr(b"abc".hex()))
print(repr(b"abc".hex("-")))
print(repr(b"abcd".hex(":", 2)))
print(repr(bytes.fromhex("61 62 63")))
print(repr(bytes.fromhex("")))
print(repr(repr(bytearray(b"ab"))))
print(repr(str(b"a")))
print(repr(b"%d %s %x" % (1, b"a", 255)))
print(repr(b"%a" % "é"))
print(repr(b"a b".split()))
print(repr(b"a,b".split(b",")))
print(repr(b",".join([b"a", b"b"])))
print(repr(b"abc".upper()))
print(repr(b"abc".replace(b"b", b"X")))
print(repr(b" a ".strip()))
print(repr(b"abc".find(b"c")))
print(repr(b"abc".find(99)))
print(repr(b"abc".startswith(b"a")))
print(repr(b"abc".index(b"b")))
print(repr(b"aab".count(b"a")))
print(repr(b"abc".isalpha()))
print(repr(b"a".center(3)))
print(repr(b"42".zfill(5)))
print(repr(b"abc".partition(b"b")))
print(repr(b"abc".translate(None, b"b")))
print(repr(b"a\nb".splitlines()))
print(repr(b"Abc".swapcase()))
print(repr(b"abc".title()))
print(repr(b"abc".removeprefix(b"a")))
print(repr(b"abc".endswith((b"x", b"c"))))
print(repr(b"a".ljust(3, b".")))
print(repr(b"a\tb".expandtabs(2)))
print(repr(b"xx".strip(b"x")))
print(repr(b"abc".rfind(b"b")))
print(repr(b"abc".isascii()))
print(repr(b"abc".capitalize()))
for expression in (
    'b"abc"[5]',
    'b"a" + "a"',
    '"a" + b"a"',
    'b"abc"["a"]',
    'bytes([256])',
    'bytes([-1])',
    'bytes("a")',
    'bytes(["a"])',
    'bytes(-1)',
    'bytes(1.5)',
    'bytes(None)',
    'b"\\xff".decode()',
    'b"abc".find("a")',
    'b"a".join(["a"])',
    'bytes.fromhex("6")',
    'bytes.fromhex("zz")',
    'b"abc".index(b"z")',
    'b"a" < "a"',
    '256 in b"a"',
    '"a" in b"abc"',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
