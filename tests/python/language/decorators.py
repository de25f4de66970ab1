import functools


def trace(f):
    print("decorating", f.__name__)

    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        print("call", f.__name__, args, kwargs)
        result = f(*args, **kwargs)
        print("result", result)
        return result
    return wrapper


def repeat(n):
    def decorator(f):
        def wrapper(*args):
            return [f(*args) for _ in range(n)]
        return wrapper
    return decorator


@trace
def add(a, b=1):
    """Adds."""
    return a + b


add(1)
add(2, b=5)
print(add.__name__, add.__doc__, add.__wrapped__(1, 1))


@repeat(2)
@trace
def greet(name):
    return f"hi {name}"


print(greet("x"))


def show(x):
    print("evaluated", x)
    return lambda f: f


@show(1)
@show(2)
def ordered():
    pass


class Counter:
    def __init__(self, f):
        self.f, self.calls = f, 0

    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)


@Counter
def square(x):
    return x * x


print(square(3), square(4), square.calls)


def add_repr(cls):
    cls.__repr__ = lambda self: f"<{cls.__name__} {vars(self)}>"
    return cls


@add_repr
class C:
    def __init__(self):
        self.x = 1


print(C())


@(lambda f: "replaced")
def gone():
    pass


print(gone)
buttons = [show]


@buttons[0]("subscript")
def indexed():
    pass
