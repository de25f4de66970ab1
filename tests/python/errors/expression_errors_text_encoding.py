expressions = [
    "'abc'.encode('no-such')",
    "'é'.encode('ascii')",
    "b'\\xff'.decode()",
]
for expression in expressions:
    try:
        print(expression, "=", eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
