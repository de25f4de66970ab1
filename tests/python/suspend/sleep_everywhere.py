import functools
import time


def pause(value):
    time.sleep(0.1)
    return value


class Slow:
    def __init__(self, n):
        self.n = pause(n)

    def __lt__(self, other):
        return pause(self.n < other.n)

    def __eq__(self, other):
        return pause(isinstance(other, Slow) and self.n == other.n)

    def __hash__(self):
        return pause(hash(self.n))

    def __repr__(self):
        return pause(f"Slow({self.n})")

    def __add__(self, other):
        return Slow(pause(self.n + other.n))

    def __len__(self):
        return pause(3)

    def __getitem__(self, i):
        if i == 3:
            raise IndexError
        return pause(self.n + i)

    def __bool__(self):
        return pause(self.n > 0)

    def __call__(self, x):
        return pause(x + self.n)

    def __contains__(self, x):
        return pause(x == self.n)

    def __enter__(self):
        return pause(self)

    def __exit__(self, *args):
        pause(None)
        return True

    def __format__(self, spec):
        return pause(f"<{spec}>")

    def __index__(self):
        return pause(self.n)

    def __del__(self):
        pause(None)

    @property
    def value(self):
        return pause(self.n)

    @classmethod
    def make(cls, n):
        return pause(cls(n))


start = time.monotonic()
slow = [Slow(3), Slow(1), Slow(2)]
print(sorted(slow))
print(max(slow), min(slow), slow.index(Slow(2)), slow.count(Slow(1)), Slow(1) in slow)
d = {Slow(1): "one", Slow(2): "two"}
print(d[Slow(1)], Slow(2) in d, d.get(Slow(9)))
print(len({Slow(1), Slow(1), Slow(2)}))
print(slow[0] + slow[1], len(slow[0]), list(slow[1]), bool(Slow(0)), not slow[0])
print(slow[0](5), 3 in slow[0], slow[0].value, Slow.make(7))
with slow[0] as s:
    print("inside", s)
    raise ValueError("suppressed")
print(f"{slow[0]:spec} {slow[1]!r}", [10, 20, 30, 40][slow[0]], "{:x}".format(slow[2]))
print([pause(x) for x in range(3)], {pause(x): pause(x) for x in range(2)}, list(pause(x) for x in range(2)))
print(list(map(pause, range(3))), list(filter(pause, range(3))), sum(map(pause, range(4))))
print(sorted([3, 1, 2], key=pause), functools.reduce(lambda a, b: pause(a + b), range(5)))
print(any(pause(x) for x in (0, 1, 2)), all(pause(x) for x in (1, 0)))
print(list(zip(map(pause, "ab"), map(pause, "cd"))), dict(map(lambda x: (x, pause(x)), "ab")), tuple(map(pause, "xy")), "".join(map(pause, "pq")))


class Body:
    attribute = pause("in a class body")
    time.sleep(0.1)


print(Body.attribute)
a, b = map(pause, (1, 2))
print(a, b, *map(pause, (3, 4)))


@pause
def decorated(x=pause("default")):
    return x


print(decorated())
try:
    raise pause(ValueError("raised"))
except pause(ValueError) as e:
    print(pause(e))
finally:
    pause(None)
assert pause(True), pause("message")
match pause(5):
    case x if pause(x > 3):
        print("matched", x)
x = y = pause(1)
x += pause(2)
print(x, -pause(1), pause(1) < pause(2) < pause(3), pause(0) or pause("right"), eval("pause('eval')"))
exec("pause(1); print('exec')")
lam = lambda: pause("lambda")
print(lam(), next(iter(lam, "lambda"), "stopped"))
print(round(time.monotonic() - start, 1) > 10)
