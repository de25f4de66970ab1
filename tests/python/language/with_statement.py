class Manager:
    def __init__(self, name, suppress=False):
        self.name, self.suppress = name, suppress

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None, value, tb is not None)
        return self.suppress


with Manager("a") as a:
    print(a)
with Manager("b", True):
    raise ValueError("suppressed")
print("after b")
try:
    with Manager("c"):
        raise KeyError("c")
except KeyError:
    print("propagated")
with Manager("d") as d, Manager("e") as e:
    print(d, e)
with (
    Manager("f") as f,
    Manager("g", True),
):
    raise TypeError("inner suppresses")


def returning():
    with Manager("h"):
        return "returned"


print(returning())
for i in range(3):
    with Manager(f"loop{i}"):
        if i == 0:
            continue
        break
with Manager("tuple") as (x, *y):
    print(x, y)
target = {}
with Manager("key") as target["k"]:
    print(target)


class BadEnter(Manager):
    def __enter__(self):
        raise RuntimeError("enter failed")


class BadExit(Manager):
    def __exit__(self, *args):
        raise RuntimeError("exit failed")


for make in (lambda: BadEnter("x"), lambda: BadExit("y")):
    try:
        with Manager("outer"), make():
            raise ValueError("body")
    except Exception as e:
        print(type(e).__name__, e, "| context:", repr(e.__context__))
from contextlib import contextmanager, suppress, nullcontext, closing, ExitStack, redirect_stdout


@contextmanager
def managed(x):
    print("before", x)
    try:
        yield x * 2
    finally:
        print("after", x)


with managed(4) as m:
    print(m)
with suppress(ZeroDivisionError):
    1 / 0
with nullcontext(5) as n:
    print(n)
with ExitStack() as stack:
    for i in range(2):
        stack.enter_context(Manager(f"s{i}"))
    stack.callback(print, "callback")
