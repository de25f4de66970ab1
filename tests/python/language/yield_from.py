def inner():
    x = yield 1
    print("inner received", x)
    try:
        yield 2
    except ValueError as e:
        print("inner caught", e)
    return "inner result"


def outer():
    result = yield from inner()
    print("result:", result)
    yield from [10, 20]
    yield from "ab"
    return (yield from range(2))


g = outer()
print(next(g))
print(g.send("hello"))
print(g.throw(ValueError("v")))
print(list(g))


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4]], 5]])))


def closing():
    try:
        yield 1
    finally:
        print("inner closed")


def delegate():
    try:
        yield from closing()
    finally:
        print("outer closed")


g = delegate()
next(g)
g.close()
g = delegate()
print(next(g), g.gi_yieldfrom.__name__)
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print("out", e)


def bad():
    yield from 5


try:
    list(bad())
except TypeError as e:
    print(e)
