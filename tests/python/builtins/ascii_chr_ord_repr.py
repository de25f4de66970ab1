class A:
    def __repr__(self): return "é"

print(repr(ascii("aé中😀")))
print(repr(ascii([1, "é"])))
print(repr(ascii(None)))
print(repr(chr(65)))
print(repr(chr(0x4E2D)))
print(repr(chr(0x1F600)))
print(repr(chr(0)))
print(repr(chr(0x10FFFF)))
print(repr(ord("a")))
print(repr(ord("中")))
print(repr(ord("😀")))
print(repr(ord(b"a")))
print(repr(ord(chr(12345))))
print(repr(repr("é")))
print(repr(repr([1, (2,), {3: "x"}])))
print(repr(repr(1.0)))
print(repr(chr(True)))
print(repr([chr(i) for i in range(97, 100)]))
print(repr(ord(bytearray(b"z"))))
print(repr(ascii("'\"")))
print(repr(chr(0xD800)))
print(repr(ascii(A())))
print(repr(repr(A())))
print(repr([A()]))
for expression in (
    'chr(-1)',
    'chr(0x110000)',
    'chr("a")',
    'chr(1.5)',
    'chr(10 ** 20)',
    'ord("")',
    'ord("ab")',
    'ord(5)',
    'ord(None)',
    'ord(b"ab")',
    'repr()',
    'ascii()',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
