print(repr(float()))
print(repr(float(5)))
print(repr(float("1.5")))
print(repr(float("  -2e3\n")))
print(repr(float("inf")))
print(repr(float("-Infinity")))
print(repr(float("nan")))
print(repr(float("1_000.5")))
print(repr(float(".5")))
print(repr(float("5.")))
print(repr(float("1e400")))
print(repr(float("1e-400")))
print(repr(float(True)))
print(repr(float("+3")))
print(repr(float(10 ** 22)))
print(repr(float(b"2.5")))
print(repr(float("٣.٥")))
print(repr((1.5).is_integer()))
print(repr((2.0).is_integer()))
print(repr(float("inf").is_integer()))
print(repr((0.5).as_integer_ratio()))
print(repr((-2.5).as_integer_ratio()))
print(repr((0.1).as_integer_ratio()))
print(repr((1.5).real))
print(repr((1.5).imag))
print(repr((1.5).conjugate()))
print(repr((1.5).__trunc__()))
print(repr((1.5).__floor__()))
print(repr((1.5).__ceil__()))
print(repr((1.5).__int__()))
print(repr((2.7).__round__()))
print(repr((2.75).__round__(1)))
print(repr(int(2.9)))
print(repr(int(-2.9)))
print(repr(abs(-1.5)))
print(repr(float.__name__))
print(repr(hash(1.5) == hash(1.5)))
print(repr(hash(2.0) == hash(2)))
print(repr(bool(0.0)))
print(repr(bool(-0.0)))
print(repr(bool(float("nan"))))
print(repr(float.from_number(3) if hasattr(float, "from_number") else 3.0))
for expression in (
    'float("")',
    'float("abc")',
    'float("1,5")',
    'float("1e")',
    'float("- 1")',
    'float(None)',
    'float([])',
    'float(1j)',
    'float("0x10")',
    'float("1__0.0")',
    'float(10 ** 400)',
    'float("nan").as_integer_ratio()',
    'float("inf").as_integer_ratio()',
    'int(float("nan"))',
    '(1.5).bit_length()',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
