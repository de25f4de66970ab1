expressions = [
    "__import__('math').sqrt(-1)",
    "__import__('math').sqrt('a')",
    "__import__('math').log(0)",
    "__import__('math').factorial(-1)",
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
