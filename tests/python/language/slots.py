class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


p = Point(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"), Point.__slots__)
try:
    p.z = 3
except AttributeError as e:
    print(e)
del p.x
try:
    p.x
except AttributeError as e:
    print(e)
p.x = "again"
print(p.x, type(Point.x).__name__)


class Sub(Point):
    pass


s = Sub(1, 2)
s.z = 3
print(s.x, s.z, s.__dict__)


class More(Point):
    __slots__ = ["w"]


m = More(1, 2)
m.w = 3
print(m.x, m.w, hasattr(m, "__dict__"))


class WithDict:
    __slots__ = ("a", "__dict__")


w = WithDict()
w.a, w.b = 1, 2
print(w.a, w.b, w.__dict__)


class Single:
    __slots__ = "only"


Single().only = 1


class Private:
    __slots__ = ("__hidden",)

    def set(self):
        self.__hidden = 5
        return self._Private__hidden


print(Private().set())
