class A:
    def __del__(self):
        try:
            1/0
        except ZeroDivisionError as e:
            e.add_note("note")
            raise ValueError("x") from e
a = A()
del a
class E(Exception): pass
class B:
    def __del__(self):
        e = ExceptionGroup("g", [E(1), E(2)])
        e.add_note("hi")
        raise e
B()
class C:
    def __del__(self):
        e = E("a\nb")
        e.add_note("hi")
        raise e
C()
class D:
    def __del__(self):
        raise E
D()
class F:
    def __del__(self):
        eval("1 +")
F()
class G:
    def __del__(self): return 1/0 + 2
G()
import weakref, sys
def cb(r): raise KeyError("k")
class O: pass
d = O()
w = weakref.ref(d, cb)
del d
print(1)
def hook(info):
    print(type(info).__name__, info.exc_type, info.exc_value, info.err_msg, info.object)
sys.unraisablehook = hook
G()
print(3)
d = O()
w = weakref.ref(d, cb)
del d
print(1)
def hook(info):
    raise OSError("bad hook")
sys.unraisablehook = hook
G()
print(3)
print(2)
sys.unraisablehook = sys.__unraisablehook__
def gen():
    try:
        yield
    finally:
        yield 2
g = gen()
next(g)
del g
def gen():
    try:
        yield
    finally:
        def f():
            raise TypeError(
               "a"
            )
        f()
g = gen()
next(g)
g = None
