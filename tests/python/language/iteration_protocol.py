class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return CountIterator(self.n)


class CountIterator:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


print(list(Count(3)), tuple(Count(2)), set(Count(2)) == {1, 2}, sum(Count(4)), max(Count(3)), [*Count(2), *Count(1)])
a, b, c = Count(3)
print(a, b, c, 2 in Count(3), 9 in Count(3), dict(zip(Count(2), "ab")), list(enumerate(Count(2))))
first, *rest = Count(4)
print(first, rest, sorted(Count(3), reverse=True), " ".join(map(str, Count(3))))
for x in Count(2):
    for y in Count(2):
        print(x, y, end="; ")
print()


class Sequence:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError("end")
        return i * 10


print(list(Sequence()), 20 in Sequence(), list(reversed([1, 2])))
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "default"))
try:
    next(it)
except StopIteration as e:
    print("stop", e.value)
print(list(iter([3, 2, 1, 0].pop, 2)), type(iter([])).__name__, type(iter({})).__name__, type(iter("")).__name__, type(iter(range(1))).__name__)
values = [1, 2, 3]
for v in values:
    if v == 1:
        values.append(4)
    print(v, end=" ")
print()
d = {"a": 1}
try:
    for k in d:
        d["b"] = 2
except RuntimeError as e:
    print(e)
s = {1}
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
