def show(x):
    print(x, end=" ")
    return x


def f(*args, **kwargs):
    print("->", args, kwargs)


f(show(1), *[show(2), show(3)], show(4), a=show(5), **{show("b"): show(6)})
show([1, 2, 3])[show(1)] = show("value")
print()
d = {show("k1"): show("v1"), show("k2"): show("v2")}
print()
show(1) + show(2) * show(3)
print()
show(1) < show(2) < show(0) < show(9)
print()
x = show(1) if show(0) else show(2)
print()
(show([])[show(0):show(1)])
print()
a = [0, 0]
i = 0
i, a[i] = 1, 5
print(i, a)
