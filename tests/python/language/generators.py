def count(n):
    print("start")
    for i in range(n):
        yield i
    print("end")
    return "returned"


g = count(2)
print(type(g).__name__, g.__name__, g.gi_running, g.gi_frame is not None)
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value, g.gi_frame)
try:
    next(g)
except StopIteration as e:
    print(e.value)


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


from itertools import islice
print(list(islice(fibonacci(), 10)))
squares = (x * x for x in range(5))
print(next(squares), list(squares), list(squares))
print(sum(x for x in range(10) if x % 2))


def early():
    yield 1
    return
    yield 2


print(list(early()))


def empty():
    return
    yield


print(list(empty()))


def nested():
    def inner():
        yield "inner"
    yield inner
    yield from inner()


g = nested()
print(list(next(g)()), next(g))


def running():
    try:
        next(me)
    except ValueError as e:
        yield str(e)


me = running()
print(next(me))
