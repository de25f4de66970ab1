def divide(a, b):
    return a / b


def average(values):
    return divide(sum(values), len(values))


def report(name, values):
    print(name, average(values))


report("one", [1, 2, 3])
report("none", [])
