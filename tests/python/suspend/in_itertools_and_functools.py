import time


def pause(value=None):
    time.sleep(0.01)
    return value


import functools
import itertools
import operator


def numbers(n):
    for i in range(n):
        yield pause(i)


print(list(itertools.accumulate(numbers(4), lambda a, b: pause(a + b))), list(itertools.chain(numbers(2), numbers(1))), list(itertools.chain.from_iterable(map(numbers, (1, 2)))))
print(list(itertools.compress("abc", numbers(3))), list(itertools.dropwhile(lambda x: pause(x < 1), numbers(3))), list(itertools.takewhile(lambda x: pause(x < 2), numbers(4))))
print(list(itertools.filterfalse(pause, numbers(3))), [(k, list(g)) for k, g in itertools.groupby(numbers(4), lambda x: pause(x // 2))], list(itertools.islice(numbers(9), 1, 4)))
print(list(itertools.starmap(lambda a, b: pause(a * b), [(1, 2), (3, 4)])), list(itertools.zip_longest(numbers(1), numbers(2), fillvalue=9)), list(itertools.product(numbers(2), repeat=2)))
print(list(itertools.permutations(numbers(3), 2))[:3], list(itertools.combinations(numbers(3), 2)), list(itertools.pairwise(numbers(3))), list(itertools.batched(numbers(3), 2)))
a, b = itertools.tee(numbers(2))
print(list(a), list(b), list(zip(itertools.cycle(numbers(2)), range(3))), list(zip(itertools.count(pause(5)), "ab")))
print(functools.reduce(lambda a, b: pause(a + b), numbers(4), pause(1)), functools.partial(pause, 5)(), operator.methodcaller("upper")("x"))
calls = []


@functools.lru_cache(maxsize=None)
def cached(n):
    calls.append(n)
    return pause(n if n < 2 else cached(n - 1) + cached(n - 2))


print(cached(6), calls)


@functools.singledispatch
def shown(x):
    return pause("object")


@shown.register
def _(x: int):
    return pause("int")


class Lazy:
    @functools.cached_property
    def value(self):
        return pause("computed")

    @functools.partialmethod
    def method(self):
        return pause("partial")


lazy = Lazy()
print(shown(1), shown("x"), lazy.value, lazy.value)
