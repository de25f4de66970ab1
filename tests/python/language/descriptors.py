class Typed:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        if not isinstance(value, int):
            raise TypeError(f"{self.name} must be int")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("delete", self.name)
        instance.__dict__.pop(self.name, None)


class NonData:
    def __get__(self, instance, owner):
        return f"non-data of {owner.__name__}"


class C:
    a = Typed()
    b = Typed()
    n = NonData()


c = C()
print(c.a, c.n, C.n, type(C.a).__name__)
c.a = 5
print(c.a, c.__dict__)
try:
    c.b = "x"
except TypeError as e:
    print(e)
del c.a
print(c.a)
c.n = "instance wins over non-data"
print(c.n)
c.__dict__["a"] = 7
print(c.a)


class Method:
    def __init__(self, f):
        self.f = f

    def __get__(self, instance, owner):
        return lambda *args: self.f(instance, *args)


class D:
    @Method
    def double(self, x):
        return (type(self).__name__, x * 2)


print(D().double(4))


def function(self):
    return "bound", self.__class__.__name__


print(function.__get__(c)(), function.__get__(c, C).__self__ is c)
