class A:
    __secret = "A"

    def __method(self):
        return self.__secret

    def call(self):
        return self.__method()

    def __dunder__(self):
        return "not mangled"

    def set(self):
        self.__x = 1
        return self.__dict__


class B(A):
    __secret = "B"

    def get(self):
        return self.__secret


b = B()
print(b.call(), b.get(), b.set(), b._A__secret, b._B__secret, b.__dunder__())
try:
    b.__secret
except AttributeError as e:
    print(e)


class _Under:
    __x = 1


print(_Under._Under__x)
