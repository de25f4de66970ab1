a, b = 1, 2
a, b = b, a
print(a, b)
(a, (b, c)), [d, e] = (1, (2, 3)), [4, 5]
print(a, b, c, d, e)
first, *middle, last = range(6)
print(first, middle, last)
*init, end = "abc"
print(init, end)
head, *tail = [1]
print(head, tail)
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
x = y = z = []
x.append(1)
print(y, z is x)
[p, q] = {"k1": 1, "k2": 2}
print(p, q)
for i, (j, k) in enumerate([(1, 2), (3, 4)]):
    print(i, j, k)
print([*range(3), *"ab", *{1: 2}], (*[1], 2), {*[1], *[2]} == {1, 2}, {**{"a": 1}, "b": 2, **{"a": 3}})
def f(*args): return args
print(f(*[1, 2], 3, *(4, 5)), *[6, 7])
def g():
    return 1, *[2, 3]
print(g())
a = [1, 2, 3, 4]
a[0], a[1:3] = 9, [8, 8, 8]
print(a)
class O: pass
o = O()
o.x, o.y = 1, 2
print(o.x, o.y)
(a), b = 1, 2
a, = [5]
print(a, b)
for x, *y in [(1, 2, 3), "ab"]:
    print(x, y)
d = {}
d["k"], d["l"] = 1, 2
print(d)
i = 0
i, d[i] = 1, "index"
print(d)
_, _, z = 1, 2, 3
print(z)
