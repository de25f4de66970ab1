import time


def pause(value=None):
    time.sleep(0.01)
    return value


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return pause(self.n)


class Container:
    def __getitem__(self, key):
        return pause(("get", key))

    def __setitem__(self, key, value):
        print("set", pause(key), value)

    def __delitem__(self, key):
        print("del", pause(key))

    def __contains__(self, item):
        return pause(item == 3)

    def __len__(self):
        return pause(5)

    def __missing__(self, key):
        return pause("never")


c = Container()
print(c[1], c[1:2], c[1, ...], c[::pause(2)], 3 in c, 4 in c, 4 not in c)
c[0] = pause(1)
c[1:2] = 5
del c[0], c[1:2]
c["k"] = c["j"]
x = [0, 1, 2, 3, 4, 5]
I = Index
print(x[I(1)], x[I(1):I(4)], x[::I(2)], x[I(-1)], "abc"[I(0):I(2)], (1, 2)[I(1)], b"ab"[I(1)], range(9)[I(2):I(8):I(3)])
x[I(0)] = 10
x[I(1):I(3)] = [pause(7)]
del x[I(0)]
x.insert(I(1), "in")
print(x, x.pop(I(1)), x.index(4, I(0)), "ab" * I(2), [1] * I(2), I(2) * [1], list(range(I(1), I(6), I(2))))


class Missing(dict):
    def __missing__(self, key):
        return pause(f"missing {key}")


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), slice(I(1), I(3)).indices(I(5)))


class ListLike(list):
    def __getitem__(self, i):
        return pause(super().__getitem__(i))

    def __setitem__(self, i, v):
        super().__setitem__(i, pause(v))


l = ListLike([1, 2, 3])
l[0] += l[1]
print(l, [*l], l[0], l[1:])
from collections import UserDict, UserList


class U(UserDict):
    def __getitem__(self, key):
        return pause(super().__getitem__(key))


u = U(a=1)
print(u["a"], list(u.items()), u.get("a"), u == {"a": 1}, UserList(pause([1, 2]))[0])
