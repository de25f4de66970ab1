import time


def pause(value=None):
    time.sleep(0.01)
    return value


def simple(n):
    for i in range(n):
        got = yield pause(i)
        if got:
            print("got", pause(got))
    return pause("result")


def delegating():
    result = yield from simple(2)
    print("result", pause(result))
    try:
        yield pause("last")
    except ValueError as e:
        yield pause(f"caught {e}")
    finally:
        print("closing", pause())


g = delegating()
print(next(g), g.send("hello"), next(g), g.throw(ValueError("v")))
g.close()
g = delegating()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print("through", e)


def closing():
    try:
        yield 1
    finally:
        pause()
        print("dropped", pause("cleanly"))


for x in closing():
    break
g = closing()
next(g)
del g
g = closing()
next(g)
g.close()
print(list(simple(2)), sum(x for x in simple(4)), [*(pause(x) for x in "ab")], dict((x, pause(x)) for x in "ab"), max((pause(x) for x in (1, 3, 2)), default=0))


class Iterable:
    def __iter__(self):
        yield pause(1)
        yield from (pause(x) for x in (2, 3))


print(list(Iterable()), [y for x in Iterable() for y in [pause(x)] if pause(True)], set(Iterable()), tuple(Iterable()))


def recursive(n):
    if n:
        yield from recursive(n - 1)
        yield pause(n)


print(list(recursive(5)), next(recursive(3)), list(zip(simple(3), recursive(2))))


def stops():
    yield 1
    raise pause(StopIteration("inside"))


try:
    list(stops())
except RuntimeError as e:
    print(e)
