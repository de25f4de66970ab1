expressions = [
    'int([])',
    "float('x')",
    "int('x')",
    "int('')",
    'int(None)',
    "int('12', 1)",
    'float(None)',
    "complex('x')",
    'chr(-1)',
    'chr(1114112)',
    'ord(1)',
    "ord('')",
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
