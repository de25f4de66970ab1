class A:
    pass


expressions = [
    "getattr(1, 'x')",
    'getattr(1, 2)',
    "setattr(1, 'x', 2)",
    'vars(1)',
    'super()',
    'type.x',
    'int.x',
    'A.x',
    'A().x',
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
