expressions = [
    'divmod(1, 0)',
    '1 // 0',
    '1 % 0',
    '1.0 / 0',
    '1.0 // 0',
    '1.0 % 0',
    '0 ** -1',
    '0.0 ** -1',
    '1j / 0',
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
