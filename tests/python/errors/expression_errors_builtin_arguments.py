expressions = [
    'range(1.5)',
    "range('a')",
    "round('a')",
    "sum(['a'])",
    "sum('abc')",
    'max(1)',
    'max([])',
    "min(1, 'a')",
    "sorted([1, 'a'])",
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
