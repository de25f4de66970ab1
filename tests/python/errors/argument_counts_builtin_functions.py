calls = [
    'len()',
    'len(1, 2)',
    'print(1, foo=2)',
    'isinstance(1)',
    'sorted()',
    'sorted([1], 2)',
    'sorted([1], foo=1)',
    'max()',
    'abs()',
    "ord('ab')",
    'iter()',
    'next()',
    'open()',
    'getattr(1)',
    'setattr(1, 2)',
    'hash()',
    'pow(1)',
    'round()',
    'divmod(1)',
    'sum()',
    'sum([1], 2, 3)',
]
for call in calls:
    try:
        eval(call)
    except Exception as e:
        print(f"{call}: {type(e).__name__}: {e}")
    else:
        print(f"{call}: no error")
