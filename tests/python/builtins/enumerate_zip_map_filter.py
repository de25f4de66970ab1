m = map(print, [1, 2])
it = iter([1, 2, 3])

print(repr(list(enumerate("ab"))))
print(repr(list(enumerate("ab", 5))))
print(repr(list(enumerate([], start=3))))
print(repr(list(zip("ab", [1, 2]))))
print(repr(list(zip("abc", [1]))))
print(repr(list(zip())))
print(repr(list(zip("a"))))
print(repr(list(zip("ab", "cd", "ef"))))
print(repr(list(zip("ab", "cd", strict=True))))
print(repr(list(map(str, [1, 2]))))
print(repr(list(map(lambda a, b: a + b, [1, 2], [10, 20, 30]))))
print(repr(list(map(None.__class__, []))))
print(repr(list(filter(None, [0, 1, "", "a"]))))
print(repr(list(filter(lambda x: x > 1, [1, 2, 3]))))
print(repr(list(filter(str.isalpha, "a1b"))))
print(repr(dict(enumerate("ab"))))
print(repr(dict(zip("ab", range(2)))))
print(repr(next(enumerate("x"))))
print(repr([*zip(*[(1, 2), (3, 4)])]))
print(repr(list(map(max, [1, 5], [3, 2]))))
print(repr(list(reversed([1, 2, 3]))))
print(repr(list(reversed("ab"))))
print(repr(list(reversed(range(3)))))
print(repr(list(reversed({"a": 1, "b": 2}))))
print(repr(tuple(map(len, ["a", "bb"]))))
print(repr(list(zip(range(3), iter("abcdef")))))
print(repr(sum(map(int, "123"))))
print(repr(list(map(pow, [2, 3], [3, 2]))))
print(repr(next(zip([1]))))
print(repr(list(enumerate(enumerate("a")))))
print(repr(next(m)))
print(repr(list(m)))
print(repr(iter(m) is m))
print(repr(list(zip(it, it))))
print(repr(list(it)))
for expression in (
    'list(map(lambda x, y: (x, y), "ab", "cd", strict=True))',
    'enumerate(5)',
    'enumerate()',
    'enumerate([], "a")',
    'zip(5)',
    'list(zip([1], [1, 2], strict=True))',
    'list(zip([1, 2], [1], strict=True))',
    'map(str)',
    'map(str, 5)',
    'list(map(5, [1]))',
    'list(map(int, ["x"]))',
    'filter(None)',
    'filter(None, 5)',
    'list(filter(5, [1]))',
    'reversed(5)',
    'reversed({1})',
    'reversed(x for x in [])',
    'next(zip())',
    'zip([], foo=1)',
    'list(map(lambda: 0, [1]))',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
