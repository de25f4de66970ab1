import time
from contextlib import contextmanager


@contextmanager
def timer(name):
    start = time.monotonic()
    print("enter", name)
    yield
    print("exit", name, round(time.monotonic() - start, 1))


def inner(x):
    time.sleep(0.2)
    return x * 10


def middle(x):
    return inner(x) + 1


def outer(x):
    return middle(x) + 1


def produce():
    with timer("generator"):
        for i in range(3):
            with timer(f"step {i}"):
                yield outer(i)


for value in produce():
    print(value)
