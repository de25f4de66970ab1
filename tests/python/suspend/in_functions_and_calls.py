import time


def pause(value=None):
    time.sleep(0.01)
    return value


class Callable:
    def __call__(self, *args, **kwargs):
        return pause((args, kwargs))


def decorator(f):
    pause()

    def wrapper(*args, **kwargs):
        pause()
        return f(*args, **kwargs)

    return wrapper


def parametrized(x):
    pause()
    return decorator


@decorator
@parametrized(pause(1))
def f(a, b=pause(2), *args, c=pause(3), **kw):
    return pause((a, b, args, c, kw))


print(f(1), f(1, 5, 6, c=7, d=8), f(*pause([1, 2]), **pause({"x": 1})), Callable()(1, k=2), (lambda x=pause(4): pause(x))())
print((lambda *a: pause(a))(*map(pause, "ab")), [f for f in [pause]][0](5), type(f).__name__)


def outer():
    x = pause(1)

    def inner():
        nonlocal x
        x += pause(1)
        return pause(x)

    return inner


i = outer()
print(i(), i())


def recursive(n):
    return pause(n) if n == 0 else recursive(n - 1) + pause(1)


print(recursive(20))


def g():
    global made
    made = pause("global")


g()
print(made, eval("pause(1) + pause(2)"), eval(compile("pause('compiled')", "<x>", "eval")))
exec("y = pause(5)\nfor k in range(2): print(k, pause(y))")
namespace = {"pause": pause}
exec(compile("def h():\n    return pause('exec function')\nz = h()", "<x>", "exec"), namespace)
print(namespace["z"], (x := pause(3)) + x, pause(1) if pause(0) else pause(2), pause(0) or pause("or"), pause(1) and pause("and"))
a = b = pause(1)
[c, (d, *e)] = pause([1, (2, 3, 4)])
print(a, b, c, d, e, 1 < pause(2) < pause(3), not pause(0), pause(1) is not None, pause(2) in pause([1, 2]))
lst = pause([1, 2, 3])
lst[pause(0)], lst[pause(1):pause(2)] = pause(10), pause([20, 21])
del lst[pause(0)]
print(lst, lst[pause(-1)], {pause("k"): pause("v"), **pause({"m": 1})}, {pause(1), *pause([2])}, (pause(1), *pause((2,))))
for q in pause([1, 2]):
    pause()
else:
    print("for else", pause(q))
while pause(q) > 0:
    q -= pause(1)
else:
    print("while else", pause(q))
print(f"{pause(1)!r:>{pause(5)}}", t"{pause(2)}".values, type(pause(x))(pause(7)))
