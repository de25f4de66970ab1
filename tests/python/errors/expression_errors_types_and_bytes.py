expressions = [
    '(1).foo',
    'isinstance(1, 1)',
    'issubclass(1, int)',
    "type('X', 1, {})",
    "' '.join([1])",
    "' '.join(1)",
    "bytes('a')",
    'bytes([256])',
    'bytes(-1)',
    "b'a' + 'a'",
    "'a' + b'a'",
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
