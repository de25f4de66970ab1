class A:
    def __int__(self): return 7
class B:
    def __index__(self): return 8

print(repr(int()))
print(repr(int(5)))
print(repr(int(5.9)))
print(repr(int(-5.9)))
print(repr(int("42")))
print(repr(int("  -42\n")))
print(repr(int("+7")))
print(repr(int("1_000")))
print(repr(int(True)))
print(repr(int(b"12")))
print(repr(int("٣")))
print(repr(int("ff", 16)))
print(repr(int("0xff", 16)))
print(repr(int("0xff", 0)))
print(repr(int("0b101", 0)))
print(repr(int("0o17", 0)))
print(repr(int("101", 2)))
print(repr(int("zz", 36)))
print(repr(int("-0x1F", 16)))
print(repr(int("7", base=8)))
print(repr(int("0", 0)))
print(repr(int(1e20)))
print(repr(int(-1e15)))
print(repr(int(2.0 ** 60)))
print(repr(int("9" * 30)))
print(repr(int("-" + "1" * 25)))
print(repr(int(A())))
print(repr(int(B())))
print(repr([0] * B()))
print(repr(range(B())))
print(repr(hex(B())))
print(repr("a" * B()))
for expression in (
    'int("")',
    'int("abc")',
    'int("1.5")',
    'int("12", 2)',
    'int("0x1")',
    'int("1__0")',
    'int("_1")',
    'int("1_")',
    'int("- 1")',
    'int(None)',
    'int([])',
    'int("1", 1)',
    'int("1", 37)',
    'int(5, 10)',
    'int("10", "2")',
    'int(object())',
    'int("08", 0)',
    'int("\\x00")',
    'int(1j)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
