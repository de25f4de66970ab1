print(repr(0.1 + 0.2 == 0.3))
print(repr(0.1 < 0.2))
print(repr(1.0 == 1))
print(repr(float("nan") == float("nan")))
print(repr(float("nan") != float("nan")))
print(repr(float("inf") > 10 ** 308))
print(repr(float("inf") == float("inf")))
print(repr(-0.0 == 0.0))
print(repr(1.5 > 1))
print(repr(1.5 < 2))
print(repr(0.5 <= 0.5))
print(repr(float("nan") < 1))
print(repr(float("nan") > 1))
print(repr(min(1.0, float("nan"))))
print(repr(min(float("nan"), 1.0)))
print(repr(max(1, 1.0)))
print(repr(max(1.0, 1)))
print(repr(sorted([2.5, 1, 3.5, -1.0, 0])))
print(repr(1e16 == 10 ** 16))
print(repr(1e16 + 1 == 10 ** 16 + 1))
print(repr(2.0 ** 53 + 1 == 2 ** 53 + 1))
print(repr(0.5 == 1 / 2))
print(repr(1e400 == float("inf")))
print(repr(1.0 in [1]))
print(repr(1 in (1.0,)))
print(repr([1.0] == [1]))
print(repr((1, 2.0) == (1.0, 2)))
for expression in (
    '1.5 < "a"',
    '1.5 > None',
    'sorted([1.5, "a"])',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
