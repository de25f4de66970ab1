import sys


def f(a, b=2):
    c = 3
    snapshot = locals()
    d = 4
    return snapshot, sorted(locals())


print(f(1))


class C:
    x = 1
    print("in class:", sorted(k for k in locals() if not k.startswith("__")))


def caller():
    return sys._getframe(1).f_code.co_name, sys._getframe().f_lineno


def outer():
    return caller()


print(outer(), sys._getframe().f_code.co_name)


def closure():
    x = 1

    def inner():
        return x, sorted(locals())
    return inner()


print(closure(), "closure" in globals(), globals()["__name__"])


def modify():
    x = 1
    locals()["x"] = 2
    return x


print(modify())
frame = sys._getframe()
print(frame.f_globals is globals(), frame.f_locals is not None, frame.f_back)
