expressions = [
    "2 ** 'x'",
    'pow(2, -1, 0)',
    'pow(2, 2, 0)',
    '(-1) ** 0.5 and float((-1) ** 0.5)',
    "int(float('inf'))",
    "int(float('nan'))",
    '1 << -1',
    "'a' * -1.0",
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
