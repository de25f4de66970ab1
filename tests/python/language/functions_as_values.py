def make_adder(n):
    def add(x):
        return x + n
    return add


adders = {n: make_adder(n) for n in range(3)}
print([adders[n](10) for n in adders], (make_adder(5))(1))


def apply(f, *args, times=1):
    for _ in range(times):
        args = (f(*args),)
    return args[0]


print(apply(lambda x: x * 2, 1, times=10), apply(max, 1, 2), apply(str.upper, "a"), apply(int, "42"))
print(list(map(int.__add__, [1, 2], [3, 4])), sorted("bA", key=str.lower), [f(4) for f in (abs, str, float, bool, hex)])
import functools
import operator
print(functools.reduce(operator.mul, range(1, 6)), functools.partial(pow, 2)(5), functools.partial(int, base=2)("101"))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@functools.cache
def show(x):
    print("computed", x)
    return x


print(show(1), show(1))


@functools.singledispatch
def kind(x):
    return "object"


@kind.register
def _(x: int):
    return "int"


@kind.register(list)
def _(x):
    return "list"


print(kind(1), kind([]), kind("x"), kind(True))
