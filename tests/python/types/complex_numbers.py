print(repr(1 + 2j))
print(repr((1 + 2j) * (3 - 1j)))
print(repr((1 + 2j) / (3 - 1j)))
print(repr((1 + 2j) ** 2))
print(repr(-(1 + 2j)))
print(repr(abs(3 + 4j)))
print(repr((1 + 2j).real))
print(repr((1 + 2j).imag))
print(repr((1 + 2j).conjugate()))
print(repr(complex(1, 2)))
print(repr(complex("1+2j")))
print(repr(complex("j")))
print(repr(complex("-1.5e2-3J")))
print(repr(complex(3)))
print(repr(complex()))
print(repr(complex(" 1j ")))
print(repr(complex(1.5, -0.0)))
print(repr(complex("nan+infj")))
print(repr(complex("(1+2j)")))
print(repr(1j * 1j))
print(repr(2j + 1))
print(repr(1 - 2j))
print(repr(3 * 1j))
print(repr(1j / 2))
print(repr(1 / 1j))
print(repr(1j == 1j))
print(repr(1j != 1))
print(repr((1 + 0j) == 1))
print(repr(0j == 0))
print(repr(bool(0j)))
print(repr(bool(1j)))
print(repr(hash(1 + 0j) == hash(1)))
print(repr(str(1j)))
print(repr(repr(-1j)))
print(repr(str(1.5 + 0j)))
print(repr(repr(complex(-0.0, -0.0))))
print(repr(repr(complex(0.0, 1e20))))
print(repr(format(1 + 2j, ".1f")))
print(repr(f"{1.5 + 2.25j:.2f}"))
print(repr(str(complex("inf"))))
print(repr(repr(1e20 + 1j)))
print(repr(1j ** 2))
print(repr(2 ** 1j == 2 ** 1j))
print(repr((1 + 1j) ** 3))
print(repr((2 + 0j) ** -1))
for expression in (
    '1j < 2j',
    '1j // 1',
    '1j % 1',
    'int(1j)',
    'complex("1 + 2j")',
    'complex("abc")',
    'complex("1", 2)',
    '1j / 0',
    'divmod(1j, 1)',
    'float(1j)',
    '0j ** -1',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
