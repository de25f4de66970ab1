expressions = [
    "1 + 'a'",
    "'a' + 1",
    '[] + ()',
    "'a' * 'b'",
    '1 - None',
    "1 / 'a'",
    '1 // None',
    '1 % []',
    "1 ** 'a'",
    '1 @ 2',
    "1 << 'a'",
    '1 >> None',
    '1 & 1.0',
    "1 | 'a'",
    '1 ^ []',
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
