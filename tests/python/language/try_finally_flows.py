def a():
    try:
        return "try"
    finally:
        print("finally runs")


def b():
    for i in range(3):
        try:
            if i == 1:
                continue
            print("body", i)
        finally:
            print("finally", i)
    return "end"


def c():
    while True:
        try:
            break
        finally:
            print("finally on break")
    return "after break"


def d():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("inner finally")
    except ValueError as e:
        print("caught", e)
        return "from except"
    else:
        print("never")
    finally:
        print("outer finally")


def e():
    x = 1
    try:
        return x
    finally:
        x = 2
        print("x is", x)


def f():
    try:
        pass
    except ValueError:
        print("never")
    else:
        print("else runs")
        return "from else"
    finally:
        print("finally after else")


def g():
    try:
        yield 1
        yield 2
    finally:
        print("generator finally")


def h():
    for i in range(2):
        try:
            for j in range(2):
                try:
                    if j:
                        raise KeyError((i, j))
                finally:
                    print("inner", i, j)
        except KeyError as e:
            print("caught", e)
        finally:
            print("outer", i)


for function in (a, b, c, d, e, f, h):
    print(function.__name__, "->", function())
print(list(g()))
for x in g():
    break
print("after break")
try:
    e
except NameError:
    print("gone")
else:
    print("e is the function", callable(e))
try:
    raise ValueError("x")
except ValueError as err:
    pass
try:
    err
except NameError as missing:
    print(missing)
