class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [c.__name__ for c in D.__mro__])


class X(D, A):
    pass


print([c.__name__ for c in X.mro()])
for bases in ((A, B), (B, D), (A, A)):
    try:
        type("Bad", bases, {})
    except TypeError as e:
        print(e)


class Mixin:
    def save(self):
        return f"saving {self.data}"


class Model(Mixin, dict):
    data = "model"


m = Model(a=1)
print(m.save(), m, m["a"], isinstance(m, dict))
