expressions = [
    'slice(1)[0]',
    '[1, 2][::0]',
    'range(10)[::0]',
    '[1].index(2)',
    '(1,).index(2)',
    "'a'.index('b')",
    '[].pop()',
    '[1].pop(5)',
    '{}.popitem()',
    'set().pop()',
    '[].remove(1)',
    'set().remove(1)',
    '{1: 2}.pop(3)',
    'dict([1])',
    'dict([(1, 2, 3)])',
    'dict(1)',
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
