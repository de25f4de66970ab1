def show(f):
    import traceback
    try:
        f()
    except Exception:
        traceback.print_exc(limit=-1)


class A:
    pass


def binary():
    return 1 + 2 + "three" + 4

def subscript():
    d = {"a": {"b": None}}
    return d["a"]["b"]["c"]

def attribute():
    a = A()
    a.b = A()
    return a.b.c.d

def call():
    return len(len)(1, 2)

def keyword_call():
    return int("x", base=10)

def multi_line():
    return max(
        1,
        2,
    ) + len(
        5
    )

def comparison():
    return 1 < 2 < "x"

def unpacking():
    a, b = 1, 2, 3

def unary():
    return -"x"

def assignment():
    x = [1]
    x[3] = 2

def deletion():
    d = {}
    del d["missing"]

def augmented():
    x = 1
    x += "y"

def formatted():
    return f"{1:>{'x'}}"

def iteration():
    for x in 5:
        pass

def comprehension():
    return [1 / x for x in (1, 0)]

def lambda_inside():
    return (lambda x: x.missing)(3)

def name():
    return undefined_name + 1

def raising():
    raise ValueError(
        "several",
        "lines",
    )

def wide():
    return "中文字符" + 1 + "é"

def imported():
    from math import no_such_name

for f in (binary, subscript, attribute, call, keyword_call, multi_line, comparison, unpacking, unary, assignment,
          deletion, augmented, formatted, iteration, comprehension, lambda_inside, name, raising, wide, imported):
    show(f)
