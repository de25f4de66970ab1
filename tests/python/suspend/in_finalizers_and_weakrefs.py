import time


def pause(value=None):
    time.sleep(0.01)
    return value


import gc
import weakref


class Slow:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", pause(self.name))
        pause()
        print("deleted", self.name)


def scope():
    a, b = Slow("a"), Slow("b")
    return pause("result")


print(scope())
x = Slow("x")
x = pause(1)
items = [Slow("in list")]
items[0] = None
d = {"k": Slow("in dict")}
del d["k"]
Slow("temporary")
print("argument", len([Slow("display")]))
c = Slow("cycle")
c.self = c
del c
print(gc.collect() > 0)


class Plain:
    pass


p = Plain()
r = weakref.ref(p, lambda ref: print("callback", pause(ref() is None)))
f = weakref.finalize(p, lambda: print("finalize", pause()))
w = weakref.WeakValueDictionary(k=p)
del p
print(r(), len(w), f.alive)


def generator():
    try:
        yield
    finally:
        print("generator", pause("closed"))


g = generator()
next(g)
g = None


class Resurrect:
    def __del__(self):
        kept.append(pause(self))


kept = []
Resurrect()
print(len(kept))


class Raises:
    def __del__(self):
        pause()
        try:
            raise ValueError
        except ValueError:
            print("handled", pause())


Raises()
try:
    inner = Slow("in a frame")
    raise pause(KeyError)
except KeyError:
    del inner
    print("handler", pause())
print("end")
