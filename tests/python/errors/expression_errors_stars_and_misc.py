expressions = [
    '1 if [] < 1 else 2',
    '[*1]',
    '{**1}',
    '(lambda: 0)(*1)',
    'print(*1)',
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
