print(repr(callable(open)))
print(repr(open.__name__))
for expression in (
    'open("/no/such/folder/file", "zz")',
    'open()',
    'open("x", "rw")',
    'open("x", "rb", encoding="utf-8")',
    'open(1.5)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
