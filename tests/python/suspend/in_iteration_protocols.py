import time


def pause(value=None):
    time.sleep(0.01)
    return value


class Counting:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        self.i = 0
        return pause(self)

    def __next__(self):
        if self.i >= self.n:
            raise pause(StopIteration)
        self.i += 1
        return pause(self.i)


class Sequence:
    def __getitem__(self, i):
        if pause(i) > 2:
            raise IndexError
        return i * 10

    def __len__(self):
        return pause(3)


C, S = Counting, Sequence
for x in C(3):
    print(x, end=" ")
for x in S():
    print(x, end=" ")
print(list(C(3)), tuple(S()), set(C(2)), frozenset(C(2)), sum(C(3)), max(C(3)), min(S()), sorted(S(), reverse=True), any(C(1)), all(C(2)))
print([*C(2), *S()], (*C(1),), {*C(2)}, [a for a in C(2)], {a: b for a, b in zip(C(2), S())}, [(a, b) for a in C(2) for b in C(2)])
print(list(map(pause, C(2))), list(filter(pause, C(2))), list(zip(C(3), S())), list(enumerate(C(2), pause(5))), list(reversed(S())), dict(zip("ab", C(2))))
a, b, *c = C(4)
print(a, b, c, 2 in C(3), 20 in S(), "".join(str(x) for x in C(3)), bytes(C(3)), bytearray(C(2)), next(iter(C(1))), next(iter(C(0)), "end"))
items = [0]
items.extend(C(2))
items += C(1)
items[1:2] = C(3)
items[::2] = [pause(9) for _ in range(len(items[::2]))]
print(items, list(iter(lambda: pause(len(items) and items.pop()), 1)))
d = {}
d.update(zip("xy", C(2)))
s = {0}
s.update(C(2), S())
print(d, sorted(s), s.union(C(1)), s.intersection(C(5)), dict.fromkeys(C(2)), "%s-%s" % tuple(C(2)), print(*C(2)))


def f(*args, **kwargs):
    return pause((args, kwargs))


class Mapping:
    def keys(self):
        return pause(["a", "b"])

    def __getitem__(self, key):
        return pause(key * 2)


print(f(*C(2), *S(), **Mapping(), c=pause(1)), {**Mapping()}, dict(Mapping()))
(x, y), z = C(2), pause(3)
print(x, y, z, [i for i in C(3) if pause(i != 2)], sum([[1], [2]], []), sum((pause(i) for i in range(3)), start=pause(10)))
