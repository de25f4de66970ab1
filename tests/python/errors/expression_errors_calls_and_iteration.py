class A:
    pass


expressions = [
    'A()()',
    '1()',
    "'a'()",
    'None()',
    '[](1)',
    'len(1)',
    'len(A())',
    'iter(1)',
    'next([])',
    "abs('a')",
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
