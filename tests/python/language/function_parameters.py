def f(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=4, x=1, y=2))
print(f(1, c=33, d=4, e=55))
print(f(1, d=4, a=10, b=20))
print(f(*[1, 2], *(3, 4), **{"d": 1}, **{"z": 2}))


def defaults(x, acc=[]):
    acc.append(x)
    return acc


print(defaults(1), defaults(2), defaults(3, []), defaults.__defaults__)


def keyword_only(*, a, b=2):
    return a, b


print(keyword_only(a=1), keyword_only(b=1, a=2), keyword_only.__kwdefaults__)


def order():
    print("default evaluated")
    return 1


def g(x=order()):
    return x


print(g(), g())


def positional_only(a, /, **kw):
    return a, kw


print(positional_only(1, a=2))
