class A:
    def f(self): return "A"
    @classmethod
    def c(cls): return cls.__name__
class B(A):
    def f(self): return "B" + super().f()
    @classmethod
    def c(cls): return "B" + super().c()
    def s(self): return repr(super())

print(repr(B().f()))
print(repr(B.c()))
print(repr(super(B, B()).f()))
print(repr(super(B, B).c()))
print(repr(B().s()))
print(repr(type(super(B, B())).__name__))
print(repr(super(B, B()).__thisclass__))
print(repr(super(B, B()).__self_class__))
print(repr(object() != object()))
print(repr(isinstance(object(), object)))
print(repr(object.__new__(A).f()))
print(repr(A.__eq__(1, 1)))
print(repr(object.__repr__(5)[:11]))
print(repr(object.__str__([1])))
print(repr(object().__class__))
print(repr(A().__sizeof__() > 0))
print(repr(object.__subclasshook__(int)))
print(repr(A().__reduce_ex__(2)[1] == (A,)))
print(repr(object.__format__(1, "")))
print(repr(object.__init__(A())))
print(repr(A.__dict__["c"].__class__))
print(repr(object.__dir__(A())[:0]))
print(repr(A().__ne__(2)))
print(repr(object.__lt__(1, 2)))
print(repr(super(B)))
for expression in (
    'super()',
    'super(B, 5).f',
    'super(A, B()).f()',
    'super(1, 2)',
    'super(B, A())',
    'object(1)',
    'object.__new__()',
    'object.__new__(5)',
    'object.__new__(int)',
    'A(1)',
    'A(x=1)',
    'object().x',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
