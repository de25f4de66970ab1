def f():
    return 1
    print("never")


def g():
    raise ValueError
    return 2


def h():
    while True:
        return "from loop"
        x = 1
    print("never")


def none():
    pass


def ellipsis(): ...


print(f(), h(), none(), ellipsis())
try:
    g()
except ValueError:
    print("raised")


def conditional(x):
    if x:
        return "early"


print(conditional(1), conditional(0))
