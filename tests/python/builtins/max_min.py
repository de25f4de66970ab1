print(repr(max(1, 2, 3)))
print(repr(max([1, 5, 2])))
print(repr(min("hello")))
print(repr(max("a", "b", key=ord)))
print(repr(min([3, 1, 2], key=lambda x: -x)))
print(repr(max([], default=0)))
print(repr(min((), default=None)))
print(repr(max({"a": 1, "b": 0})))
print(repr(max({"a": 1, "b": 2}, key={"a": 1, "b": 2}.get)))
print(repr(max([(1, "b"), (1, "a")])))
print(repr(max(1, 1.0)))
print(repr(max(1.0, 1)))
print(repr(min(1, 1.0)))
print(repr(max([1, 2, 3, 3], key=lambda x: x % 3)))
print(repr(max(["aa", "b"], key=len)))
print(repr(max(x * x for x in range(-3, 3))))
print(repr(max(True, 5)))
print(repr(max("abc", "abd")))
print(repr(min([[2], [1, 9]])))
print(repr(max(range(5))))
print(repr(min({3, 1, 2})))
print(repr(max(5, *[9, 2])))
for expression in (
    'max()',
    'max([])',
    'min(())',
    'max(5)',
    'max(None)',
    'max(1, "a")',
    'min([1, "a"])',
    'max([1], key=5)',
    'max(1, 2, default=3)',
    'max([1], foo=2)',
    'max([1, 2], key=lambda x: None)',
    'min(1j, 2j)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
