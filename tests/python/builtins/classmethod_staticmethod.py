class A:
    n = 0
    @classmethod
    def make(cls, x=1): return (cls.__name__, x)
    @staticmethod
    def add(a, b): return a + b
    def normal(self): return self.n
    old = classmethod(lambda cls: cls.n)
class B(A):
    n = 5

print(repr(A.make()))
print(repr(B.make(2)))
print(repr(A().make(3)))
print(repr(A.add(1, 2)))
print(repr(B().add(3, 4)))
print(repr(B.old()))
print(repr(A.make.__self__ is A))
print(repr(B().make.__self__ is B))
print(repr(type(A.__dict__["make"])))
print(repr(type(A.__dict__["add"])))
print(repr(A.__dict__["add"].__func__(1, 1)))
print(repr(A.add is A.add))
print(repr(staticmethod(len)([1, 2])))
print(repr(A.make.__name__))
print(repr(A.__dict__["make"].__wrapped__ is A.__dict__["make"].__func__))
print(repr(callable(A.__dict__["add"])))
for expression in (
    'A.make(1, 2)',
    'A.add(1)',
    'A.normal()',
    'classmethod()',
    'staticmethod(1, 2)',
    'classmethod(len)()',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
