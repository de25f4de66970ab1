class A:
    pass


expressions = [
    "-'a'",
    '+[]',
    '~1.5',
    "1 < 'a'",
    "'a' >= 1",
    '[] < ()',
    'A() < A()',
    'None > 1',
    '1 in 5',
    "'a' in 1",
    "1 in 'abc'",
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
