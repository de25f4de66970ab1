def g():
    for x in (0, 1, 2):
        print("asked", x)
        yield x

print(repr(all([])))
print(repr(any([])))
print(repr(all([1, 2])))
print(repr(all([1, 0])))
print(repr(any([0, 1])))
print(repr(any([0, ""])))
print(repr(all("ab")))
print(repr(any({})))
print(repr(all(x > 0 for x in [1, 2])))
print(repr(any(x > 5 for x in [1, 6, 1 / 1])))
print(repr(bool()))
print(repr(bool(0)))
print(repr(bool([0])))
print(repr(all([[]])))
print(repr(any([None, [], 0, "x"])))
print(repr(all(iter([1, 2]))))
print(repr(any(map(str.isdigit, "a1"))))
print(repr(any(g())))
print(repr(all(g())))
for expression in (
    'all(5)',
    'any()',
    'all([1], [2])',
    'any(None)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
