import weakref
class A:
    def m(self): return 5
def make(obj, callback):
    def dead(r):
        me = weak()
        print("dead", me is not None)
    r = weakref.ref(obj, dead)
    weak = weakref.ref(r) if 0 else (lambda: None)
    return r
a = A()
r = make(a, None)
f = make(A.m, None)
