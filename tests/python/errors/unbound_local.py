def before():
    print(x)
    x = 1


def deleted():
    y = 1
    del y
    return y


def maybe(flag):
    if flag:
        z = 1
    return z


def free():
    def inner():
        return late
    inner()
    late = 1


def after_except():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e


for f in (before, deleted, lambda: maybe(False), free, after_except):
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e, e.name)
