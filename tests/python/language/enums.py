from enum import Enum, IntEnum, Flag, auto, StrEnum


class Color(Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1


print(Color.RED, repr(Color.GREEN), Color.RED.name, Color.RED.value, Color(2), Color["RED"], Color.ALIAS is Color.RED)
print(list(Color), len(Color), Color.RED in Color, Color.RED == 1, Color.RED is Color.RED)
try:
    Color(9)
except ValueError as e:
    print(e)
try:
    Color.RED = 5
except AttributeError as e:
    print(e)


class Number(IntEnum):
    ONE = auto()
    TWO = auto()


print(Number.ONE + 1, Number.TWO > Number.ONE, Number.TWO == 2, f"{Number.ONE}", repr(Number.TWO))


class Permission(Flag):
    R = auto()
    W = auto()
    X = auto()


rw = Permission.R | Permission.W
print(rw, Permission.R in rw, Permission.X in rw, ~rw, rw & Permission.R, Permission(0))


class Name(StrEnum):
    A = auto()


print(Name.A, Name.A == "a", Name.A.upper())
