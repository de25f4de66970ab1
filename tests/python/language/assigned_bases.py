class A:
    def f(self): return "A.f"
    def __repr__(self): return "A!"
class B:
    def f(self): return "B.f"
    def __len__(self): return 3
class C(A): pass
class D(C): pass
d = D()
print(d, d.f(), D.__mro__)
C.__bases__ = (B,)
print(d.f(), len(d), D.__mro__, A.__subclasses__(), B.__subclasses__(), C.__base__)
C.__bases__ = (B, A)
print(d, d.f(), len(d), D.__mro__)
def attempt(cls, bases):
    try:
        cls.__bases__ = bases
    except TypeError as e:
        print(e)
attempt(C, (D,))
attempt(C, [A])
attempt(C, ())
attempt(C, (1,))
attempt(A, (B,))
attempt(int, (B,))
attempt(C, (int,))
class E(A): pass
class F(C, E): pass
attempt(C, (E, A))
attempt(E, (C, A))
attempt(E, (C,))
print(F.__mro__, E.__mro__)
try:
    del C.__bases__
except TypeError as e: print(e)
a = A()
def setc(o, c):
    try:
        o.__class__ = c
        print(type(o))
    except TypeError as e: print(e)
setc(a, int)
setc(a, B)
setc(a, 5)
setc(5, A)
class S:
    __slots__ = ("x",)
setc(a, S)
setc(S(), B)
class L(list): pass
setc(L(), A)
setc(a, L)
try:
    del a.__class__
except TypeError as e: print(e)
