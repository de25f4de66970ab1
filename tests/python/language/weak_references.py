import weakref


class C:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"C({self.name})"


c = C("one")
r = weakref.ref(c, lambda ref: print("callback", ref() is None))
print(r(), r() is c, weakref.getweakrefcount(c))
del c
print(r())
d = weakref.WeakValueDictionary()
x, y = C("x"), C("y")
d["x"], d["y"] = x, y
print(sorted(d))
del x
print(sorted(d))
keys = weakref.WeakKeyDictionary()
keys[y] = "value"
print(len(keys), keys[y])
del y
print(len(keys), len(d))
proxy_target = C("p")
p = weakref.proxy(proxy_target)
print(p.name)
del proxy_target
try:
    p.name
except ReferenceError as e:
    print(e)
try:
    weakref.ref(5)
except TypeError as e:
    print(e)
finalizer_target = C("f")
weakref.finalize(finalizer_target, print, "finalized")
del finalizer_target
s = weakref.WeakSet([C("gone")])
print(len(s))
