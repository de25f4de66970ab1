# An iterator whose __iter__ starts afresh: nobody may ask it twice.
import itertools as it, collections, functools, statistics, heapq, math
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): self.i = 0; return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
C = lambda: Count(5)
a, b, c, d, e = C(); print(a, e)
a, *r, z = C(); print(a, r, z)
for f in (lambda: list(it.islice(C(), 2, 4)), lambda: list(it.islice(C(), 0, 5, 2)), lambda: list(it.takewhile(lambda x: x < 3, C())), lambda: list(it.dropwhile(lambda x: x < 3, C())), lambda: list(it.pairwise(C())), lambda: list(it.batched(C(), 2)), lambda: list(it.accumulate(C())), lambda: list(it.chain(C(), C())), lambda: list(it.chain.from_iterable([C()])), lambda: list(it.zip_longest(C(), [1])), lambda: list(it.islice(it.cycle(C()), 7)), lambda: [(k, list(g)) for k, g in it.groupby(C(), lambda x: x // 2)], lambda: [list(t) for t in it.tee(C())], lambda: list(it.product(Count(2), repeat=2)), lambda: list(it.combinations(Count(3), 2)), lambda: list(it.starmap(lambda x: x, [[1]])), lambda: list(it.compress(C(), [1, 0, 1])), lambda: list(it.filterfalse(lambda x: x % 2, C())),
          lambda: list(zip(C(), C())), lambda: list(map(lambda x, y: x + y, C(), C())), lambda: list(filter(None, C())), lambda: list(enumerate(C())), lambda: sum(C()), lambda: max(C()), lambda: min(C(), default=0), lambda: sorted(C()), lambda: list(C()), lambda: tuple(C()), lambda: set(C()), lambda: frozenset(C()), lambda: dict.fromkeys(C()), lambda: [*C(), *C()], lambda: {*C()}, lambda: (lambda *a: a)(*C()), lambda: "".join(map(str, C())), lambda: functools.reduce(lambda x, y: x * y, C()), lambda: collections.deque(C(), 2), lambda: collections.Counter(C()), lambda: 4 in C(), lambda: any(x > 4 for x in C()), lambda: all(C()), lambda: bytes(C()), lambda: bytearray(C()), lambda: [].__iadd__(C()), lambda: [1, 2].__setitem__(slice(0, 1), C()), lambda: statistics.mean(C()), lambda: heapq.nlargest(2, C()), lambda: list(heapq.merge(C(), C())), lambda: math.fsum(C()), lambda: math.prod(C()), lambda: set().union(C()), lambda: {1, 2} & set(C()), lambda: {1}.issubset(C()), lambda: dict(zip(C(), C())), lambda: list(reversed(list(C()))), lambda: next(iter(C())), lambda: [x for x in C() if x > 3], lambda: collections.OrderedDict.fromkeys(C()), lambda: list(x for x in C()), lambda: print(*C()), lambda: int.from_bytes(C(), "big"), lambda: str(list(C())), lambda: list(zip(*[iter(C())] * 2)), lambda: [1, 2].extend(C()), lambda: math.dist(C(), C()), lambda: math.sumprod(C(), C())):
    print(f())
def g():
    yield from C()
    x, y = yield from Count(2), 1
print(list(g()))
for i in C():
    if i == 3: break
else: print("no")
print(i)
