import time


def pause(value=None):
    time.sleep(0.01)
    return value


import contextlib


class Manager:
    def __init__(self, swallow=False):
        self.swallow = swallow

    def __enter__(self):
        return pause(self)

    def __exit__(self, kind, value, tb):
        print("exit", kind and kind.__name__, pause(value))
        return pause(self.swallow)


with Manager() as a, Manager(True) as b:
    pause()
    raise pause(ValueError("one"))
print("after")


@contextlib.contextmanager
def managed(x):
    pause()
    try:
        yield pause(x)
    except KeyError as e:
        print("inside", pause(e))
    finally:
        pause()
        print("left", x)


with managed(1) as m, managed(2):
    print(m)
    raise KeyError("k")
with contextlib.ExitStack() as stack:
    stack.enter_context(Manager())
    stack.callback(lambda: print("callback", pause("c")))
    pause()
with contextlib.suppress(ZeroDivisionError):
    1 / pause(0)


def f(n):
    try:
        pause()
        if n == 0:
            return pause("returned")
        if n == 1:
            raise pause(TypeError("raised"))
        for i in range(3):
            try:
                if i == 1:
                    continue
                if i == 2:
                    break
            finally:
                print("loop", pause(i))
        return "end"
    except pause(TypeError) as e:
        return pause(f"caught {e}")
    else:
        print("else", pause())
    finally:
        print("finally", pause(n))


print([f(n) for n in range(3)])
try:
    try:
        raise ExceptionGroup("group", [ValueError(1), TypeError(2), KeyError(3)])
    except* pause(ValueError) as g:
        print("values", pause(g.exceptions))
    except* TypeError as g:
        print("types", pause(g.exceptions))
        raise pause(OSError("from the handler"))
    finally:
        print("group finally", pause())
except BaseException as g:
    print(type(g).__name__, pause([type(e).__name__ for e in g.exceptions]))


class Catch(type):
    def __instancecheck__(cls, x):
        return pause(True)


class Error(Exception):
    def __init__(self, *args):
        super().__init__(*pause(args))

    def __str__(self):
        return pause("text of Error")


try:
    try:
        raise Error("a")
    except Error as e:
        raise pause(RuntimeError("b")) from pause(e)
except RuntimeError as e:
    print(e, e.__cause__, e.__context__ is e.__cause__)
try:
    assert pause(0), pause("message")
except AssertionError as e:
    print(repr(e))
try:
    raise Error
except Error as e:
    print(e, [e])
