import functools
import itertools
import time


def slow(x):
    time.sleep(0.1)
    return x


def generator(n):
    for i in range(n):
        time.sleep(0.1)
        yield i


print(list(generator(3)), tuple(generator(2)), set(generator(2)), sum(generator(4)), max(generator(3)), min(generator(3)), sorted(generator(3), reverse=True))
print(list(map(slow, "ab")), list(filter(slow, [0, 1, 2])), list(zip(generator(2), generator(3))), list(enumerate(generator(2))), dict(zip("ab", generator(2))))
print(any(generator(3)), all(generator(3)), 2 in generator(5), "-".join(str(i) for i in generator(3)), [*generator(2), *generator(1)], bytes(generator(3)))
print(functools.reduce(lambda a, b: slow(a + b), generator(4)), list(itertools.chain(generator(2), generator(1))), list(itertools.islice(generator(100), 2)), list(itertools.accumulate(generator(3))))
print(sorted("cab", key=slow), max("ab", key=slow), list(iter(functools.partial(slow, 1), 1)), next(generator(1)), list(reversed(list(generator(2)))))
a, *b = generator(4)
print(a, b)
x = []
x.extend(generator(2))
x += generator(2)
x[1:2] = generator(3)
print(x)
d = {}
d.update((i, i) for i in generator(2))
s = set()
s.update(generator(3))
print(d, s, s & set(generator(2)), dict.fromkeys(generator(2), 0))
print(*generator(3), sep=",")
print("{} {}".format(*generator(2)), "%d %d" % tuple(generator(2)), eval("slow(5) + slow(6)"))
exec("for i in generator(2): print(i, end=' ')\nprint()")
print(isinstance(5, type("Slow", (type,), {"__instancecheck__": lambda c, o: slow(True)})("C", (), {})))
