x = "global"


class C:
    x = "class"
    y = x

    def method(self):
        return x

    values = [x for _ in range(2)]
    first = [i for i in range(len(x))]

    class Inner:
        z = x

    lam = lambda self: x


print(C.y, C().method(), C.values, C.first, C.Inner.z, C().lam())


def function():
    x = "function"

    class D:
        y = x
        x = "D"
        z = x

        def method(self):
            return x
    return D.y if hasattr(D, "y") else None, D.z, D().method()


try:
    print(function())
except NameError as e:
    print(e)


class Conditional:
    if True:
        a = 1
    else:
        b = 2
    for i in range(3):
        pass
    try:
        c = 1 / 0
    except ZeroDivisionError:
        c = "division"


print(Conditional.a, Conditional.i, Conditional.c, hasattr(Conditional, "b"))
print([n for n in vars(Conditional) if not n.startswith("__")])
