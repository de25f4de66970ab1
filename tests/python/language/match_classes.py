class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def where(p):
    match p:
        case Point3(z=0):
            return "flat 3d"
        case Point(0, 0):
            return "origin"
        case Point(0, y):
            return f"on y at {y}"
        case Point(x=x, y=0):
            return f"on x at {x}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "somewhere"
        case [Point(x1, y1), Point(x2, y2)]:
            return f"line {x1},{y1} to {x2},{y2}"
        case {"point": Point(x, y)}:
            return f"in a dict {x} {y}"
        case _:
            return "not a point"


for p in (Point(0, 0), Point(0, 3), Point(4, 0), Point(5, 5), Point(1, 2), Point3(1, 2, 0), [Point(1, 2), Point(3, 4)], {"point": Point(8, 9)}, 5):
    print(where(p))
match 5:
    case int(x) | str(x):
        print("either", x)
match "abc":
    case str() as s if s.startswith("a"):
        print(s)
match {"k": (1, [2, 3])}:
    case {"k": (int(a), [*b])}:
        print(a, b)
match bool:
    case type(__name__=name):
        print(name)
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as e:
    print(e)
try:
    match Point(1, 2):
        case Point(1, x=2):
            pass
except TypeError as e:
    print(e)
