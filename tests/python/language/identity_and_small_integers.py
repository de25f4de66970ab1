a = 256
b = 256
print(a is b, None is None, True is True)
x = [1]
y = x
z = [1]
print(x is y, x is z, x == z, id(x) == id(y))
print(type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented)
n = float("nan")
print(n == n, n is n, [n] == [n], n in [n], (n,) == (n,))
print(NotImplemented, ..., Ellipsis is ..., repr(None))
