from dataclasses import dataclass, field, asdict, replace, astuple, fields


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)

    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


p = Point(3, 4)
print(p, p.length(), p == Point(3, 4), p == Point(3, 5), asdict(p), astuple(p))
p.tags.append("a")
print(Point(1).tags, replace(p, x=9))


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


print(Version(1, 2) < Version(1, 3), sorted([Version(2), Version(1, 5)]), hash(Version(1)) == hash(Version(1)))
try:
    Version(1).major = 2
except Exception as e:
    print(type(e).__name__, e)


@dataclass
class Child(Point):
    name: str = "n"

    def __post_init__(self):
        self.name = self.name.upper()


print(Child(1, 2, name="x"), [f.name for f in fields(Child)])
try:
    Point()
except TypeError as e:
    print(e)
try:
    @dataclass
    class Bad:
        a: int = 1
        b: int
except TypeError as e:
    print(e)
