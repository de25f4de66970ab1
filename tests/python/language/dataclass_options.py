from dataclasses import dataclass, field, InitVar, KW_ONLY
from typing import ClassVar


@dataclass(slots=True)
class Slotted:
    a: int
    b: str = "b"


@dataclass
class Options:
    x: int
    _: KW_ONLY
    y: int = 5
    count: ClassVar[int] = 0
    scale: InitVar[int] = 1
    hidden: int = field(default=0, repr=False, compare=False)
    made: list = field(init=False)

    def __post_init__(self, scale):
        self.made = [self.x * scale]


print(Slotted(1), hasattr(Slotted(1), "__dict__"), Options(2, y=3, scale=10), Options(1) == Options(1, hidden=9))
try:
    Options(1, 2)
except TypeError as e:
    print(e)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e:
    print(e)


@dataclass(eq=False)
class Identity:
    x: int


@dataclass(unsafe_hash=True)
class Hashable:
    x: int


print(Identity(1) == Identity(1), hash(Hashable(1)) == hash(Hashable(1)), Hashable.__match_args__)
match Options(1):
    case Options(x=1, y=y):
        print("matched", y)
