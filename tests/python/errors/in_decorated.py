import functools


def logged(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        print("calling", f.__name__)
        return f(*args, **kwargs)
    return wrapper


@logged
def fail(x):
    raise ValueError(x)


fail(3)
