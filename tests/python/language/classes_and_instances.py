class Point:
    """A point."""
    dimension = 2

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def move(self, dx, dy):
        self.x += dx
        self.y += dy
        return self

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


p = Point(1, 2)
print(p, p.move(1, 1).move(2, 2), p.x, Point.move(p, 0, 1))
print(Point.__name__, Point.__doc__, Point.__module__, Point.__qualname__, Point.__bases__)
p.color = "red"
print(vars(p), p.__class__ is Point, type(p) is Point)
Point.dimension = 3
print(p.dimension, Point.dimension)
p.dimension = 4
print(p.dimension, Point.dimension)
del p.dimension
print(p.dimension)
Point.shout = lambda self: f"{self}!"
print(p.shout())
print(str(Point), isinstance(p, Point), isinstance(p, object), issubclass(Point, object))
bound = p.move
print(bound.__self__ is p, bound.__func__ is Point.move, bound.__name__)
print(bound(1, 1))
try:
    del p.nothing
except AttributeError as e:
    print(e)
print(hasattr(p, "x"), getattr(p, "z", "default"))
setattr(p, "z", 5)
print(p.z, p.__dict__)
print(Point(1) == Point(1), p == p, p != Point(0))
