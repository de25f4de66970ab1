import time


class Slow:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        time.sleep(0.1)
        return self.n < other.n

    def __eq__(self, other):
        time.sleep(0.1)
        return self.n == other.n

    def __hash__(self):
        time.sleep(0.1)
        return self.n

    def __repr__(self):
        time.sleep(0.1)
        return f"S{self.n}"


items = [Slow(n) for n in (3, 1, 2)]
start = time.monotonic()
print(sorted(items), max(items), min(items))
print(items.index(Slow(1)), items.count(Slow(2)), Slow(3) in items, [Slow(1)] == [Slow(1)], (Slow(1),) < (Slow(2),))
d = {Slow(1): "one", Slow(2): "two"}
print(d, d[Slow(2)], Slow(3) in d, d.pop(Slow(1)), d.setdefault(Slow(9), "nine"), len({Slow(1), Slow(1)}), {Slow(1)} | {Slow(2), Slow(1)})
items.remove(Slow(1))
items.sort(reverse=True)
print(items, {Slow(1): 1} == {Slow(1): 1}, {Slow(4)} <= {Slow(4), Slow(5)})
print(time.monotonic() - start > 5)
