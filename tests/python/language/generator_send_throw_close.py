def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            break
        total += value
        count += 1
        average = total / count
    return count


g = averager()
next(g)
print(g.send(10), g.send(20), g.send(60))
try:
    g.send(None)
except StopIteration as e:
    print("count", e.value)


def resilient():
    while True:
        try:
            x = yield "ready"
            print("got", x)
        except ValueError as e:
            print("caught", e)
            yield "recovered"
        except GeneratorExit:
            print("exiting")
            raise
        finally:
            print("finally")


g = resilient()
print(next(g))
print(g.throw(ValueError("oops")))
print(next(g))
print(g.send(5))
g.close()
g.close()
g = resilient()
try:
    g.send(1)
except TypeError as e:
    print(e)
g = resilient()
try:
    g.throw(KeyError("before start"))
except KeyError as e:
    print("KeyError", e)
print(list(g))


def returns_on_close():
    try:
        yield
    except GeneratorExit:
        return "value of close"


g = returns_on_close()
next(g)
print(g.close())


def stop():
    yield 1
    raise StopIteration("inside")


try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))
