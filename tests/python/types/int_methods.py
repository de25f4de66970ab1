print(repr((5).real))
print(repr((5).imag))
print(repr((5).numerator))
print(repr((5).denominator))
print(repr((5).conjugate()))
print(repr((-5).__abs__()))
print(repr((5).__index__()))
print(repr((5).is_integer()))
print(repr((258).to_bytes(2)))
print(repr((258).to_bytes(4, "little")))
print(repr((-2).to_bytes(2, "big", signed=True)))
print(repr((0).to_bytes()))
print(repr((255).to_bytes(1, signed=False)))
print(repr(int.from_bytes(b"\x01\x02")))
print(repr(int.from_bytes(b"\x01\x02", "little")))
print(repr(int.from_bytes(b"\xff\xfe", "big", signed=True)))
print(repr(int.from_bytes(b"")))
print(repr(int.from_bytes([1, 0, 0])))
print(repr(int.from_bytes(b"\xff" * 20)))
print(repr((10).as_integer_ratio()))
print(repr((-3).as_integer_ratio()))
print(repr((5).__eq__(5)))
print(repr((5).__eq__(5.0)))
print(repr((5).__lt__(6)))
print(repr((5).__add__(1.0)))
print(repr((5).__radd__(2)))
print(repr((5).__bool__()))
print(repr((5).__divmod__(2)))
print(repr((5).__pow__(2)))
print(repr((5).__hash__()))
print(repr(round(15, -1)))
print(repr(round(25, -1)))
print(repr(round(-15, -1)))
print(repr(round(1234, -2)))
print(repr(round(5, 2)))
print(repr(round(10 ** 20 + 5, -1)))
print(repr((5).__round__()))
print(repr((5).__trunc__()))
print(repr((5).__ceil__()))
for expression in (
    '(256).to_bytes(1)',
    '(-1).to_bytes(1)',
    '(1).to_bytes(-1)',
    '(1).to_bytes(1, "middle")',
    'int.from_bytes("ab")',
    'int.from_bytes(b"a", "middle")',
    '(5).foo',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
