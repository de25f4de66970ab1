import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


gc.collect()
gc.disable()
a, b = Node("a"), Node("b")
a.other, b.other = b, a
ref = weakref.ref(a)
del a, b
print("unreachable but alive", ref() is not None)
print(gc.collect() > 0, ref())
n = Node("self")
n.me = n
n = None
gc.collect()
items = []
items.append(items)
del items
print(gc.collect() > 0)
gc.enable()
print(gc.isenabled())
