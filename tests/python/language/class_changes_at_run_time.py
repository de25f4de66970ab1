class A:
    def f(self):
        return "A.f"


class B:
    def f(self):
        return "B.f"


a = A()
print(a.f())
a.__class__ = B
print(a.f(), type(a).__name__)
B.f = lambda self: "new f"
print(a.f())
a.f = lambda: "instance f"
print(a.f())
del a.f
del B.f
try:
    a.f()
except AttributeError as e:
    print(e)


class C(A):
    pass


print(C().f())
C.__bases__ = (B,)
B.f = lambda self: "B again"
print(C().f(), C.__mro__[1].__name__)
for i in range(3):
    A.count = i
    print(A().count, end=" ")
print()
try:
    a.__class__ = int
except TypeError as e:
    print(e)
