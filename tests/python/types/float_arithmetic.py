print(repr(0.1 + 0.2))
print(repr(1.5 * 2))
print(repr(7.5 // 2))
print(repr(7.5 % 2))
print(repr(-7.5 // 2))
print(repr(-7.5 % 2))
print(repr(7.5 // -2))
print(repr(7.5 % -2))
print(repr(2.0 ** 0.5))
print(repr(2.0 ** -1))
print(repr(0.0 ** 0))
print(repr((-8.0) ** (1 / 3)))
print(repr(divmod(7.5, 2)))
print(repr(divmod(-7.5, 2)))
print(repr(divmod(0.0, 2)))
print(repr(1e308 * 10))
print(repr(-1e308 * 10))
print(repr(1e-320 / 10))
print(repr(5e-324 / 2))
print(repr(1e16 + 1))
print(repr(0.1 * 3))
print(repr(float("inf") - float("inf")))
print(repr(float("inf") * 0))
print(repr(float("inf") // 1))
print(repr(1 / float("inf")))
print(repr(-1 / float("inf")))
print(repr(0.0 == -0.0))
print(repr(float("nan") + 1))
print(repr(-0.0))
print(repr(0.0 * -1))
print(repr(-0.0 + 0.0))
print(repr(0.0 - 0.0))
print(repr(3.0 % -0.5))
print(repr(-0.0 % 5))
print(repr(5 % float("inf")))
print(repr(-5 % float("inf")))
print(repr(-5 // float("inf")))
print(repr(1.0 + 1))
print(repr(1 + 1.0))
print(repr(2 * 1.5))
print(repr(10 ** 20 * 1.0))
print(repr(1.5 + True))
print(repr(3 / 2))
print(repr(4 / 2))
print(repr(1e3))
print(repr(2 ** 0.5))
print(repr(0.5 ** 2))
print(repr((-1) ** 0.5))
for expression in (
    '1.0 / 0',
    '1.0 // 0',
    '1.0 % 0',
    'divmod(1.0, 0)',
    '0.0 ** -1',
    '1.0 << 2',
    '1.0 & 1',
    '10 ** 400 * 1.0',
    '1.5 + "a"',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
