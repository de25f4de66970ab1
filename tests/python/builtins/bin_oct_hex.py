class I:
    def __index__(self): return 42

print(repr(bin(10)))
print(repr(bin(0)))
print(repr(bin(-1)))
print(repr(oct(8)))
print(repr(oct(-8)))
print(repr(oct(0)))
print(repr(hex(255)))
print(repr(hex(-255)))
print(repr(hex(0)))
print(repr(bin(True)))
print(repr(hex(2 ** 64)))
print(repr(oct(2 ** 64)))
print(repr(bin(2 ** 10)))
print(repr(int(hex(12345), 16)))
print(repr(int(bin(77), 2)))
print(repr(f"{10:b} {255:x} {8:o}"))
print(repr(bin(I())))
print(repr(oct(I())))
print(repr(hex(I())))
for expression in (
    'bin(1.5)',
    'hex("a")',
    'oct(None)',
    'bin()',
    'hex(1, 2)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
