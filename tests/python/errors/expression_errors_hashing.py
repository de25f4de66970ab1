expressions = [
    'hash([])',
    'hash({})',
    '{[]: 1}',
    '{[]}',
    'set([[]])',
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
