print([x * x for x in range(5)], {x % 3 for x in range(9)}, {k: v for k, v in zip("abc", range(3))})
print([(x, y) for x in range(3) for y in range(x)], [x for x in range(20) if x % 2 if x % 3])
print([[j for j in range(i)] for i in range(3)], [y for x in [[1], [2, 3]] for y in x])
x = "outer"
print([x for x in range(3)], x)
print([(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]])
data = {"b": 2, "a": 1}
print({v: k for k, v in data.items()}, sorted(k for k in data), [*(c for c in "ab")])
print([a if a > 1 else -a for a in range(4)], [(a, b) for a, b in [(1, 2), (3, 4)]], [a for a, *_ in ["xyz", "uv"]])
print([y := 5, y * 2], [last := i for i in range(3)], last)
print(any((found := n) > 3 for n in [1, 5, 2]), found)


def function():
    total = 10
    return [total + i for i in range(3)], (total * i for i in range(2)), {total}


r = function()
print(r[0], list(r[1]))


class C:
    n = 3
    items = [i for i in range(n)]


print(C.items)
print([[i, j] for i in range(2) for j in range(2) if i != j], {(i, j): i * j for i in range(2) for j in range(2)})
try:
    [undefined for _ in range(1)]
except NameError as e:
    print(e)
try:
    [1 for a, b in [(1,)]]
except ValueError as e:
    print(e)
print([i for i in range(5) if (lambda z: z % 2)(i)], [locals().get("i") for i in range(2)])
