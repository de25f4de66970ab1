class A:
    pass


expressions = [
    'A()[0]',
    '1[0]',
    'None[0]',
    "[1]['a']",
    "'abc'['a']",
    '(1,)[1.0]',
    '{}[[]]',
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
