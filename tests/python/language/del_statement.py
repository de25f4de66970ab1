x = 1
del x
try:
    x
except NameError as e:
    print(e)
items = list(range(10))
del items[0], items[-1]
del items[1:3]
print(items)
del items[::2]
print(items)
d = {"a": 1, "b": 2}
del d["a"]
print(d)


class C:
    attr = 1


c = C()
c.y = 2
del c.y, C.attr
print(hasattr(c, "y"), hasattr(C, "attr"))
a, b, c = 1, 2, 3
del (a, b), [c]
print("a" in globals())
for statement in ("del c", "del d['zz']", "del items[99]", "del d.x"):
    try:
        exec(statement)
    except Exception as e:
        print(type(e).__name__, e)


def f():
    y = 1
    del y
    y = 2
    return y


print(f())
