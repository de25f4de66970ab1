expressions = [
    "'%d' % 'a'",
    "'%s %s' % 1",
    "'%s' % (1, 2)",
    "'{}'.format()",
    "'{a}'.format()",
    "f'{1:d}' + f'{1.5:d}'",
    "format(1, 's')",
    "format('a', 'd')",
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
