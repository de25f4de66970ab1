import time


def pause(value=None):
    time.sleep(0.01)
    return value


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self._x, self._y = x, y

    @property
    def x(self):
        return pause(self._x)

    @property
    def y(self):
        return pause(self._y)


class Meta(type):
    @property
    def __match_args__(cls):
        return pause(("value",))

    def __instancecheck__(cls, instance):
        return pause(hasattr(instance, "value"))


class Any(metaclass=Meta):
    pass


class Holder:
    value = 5


class Sequence:
    def __len__(self):
        return pause(2)

    def __getitem__(self, i):
        return pause((10, 20)[i])


import collections.abc

collections.abc.Sequence.register(Sequence)


class Mapping(collections.abc.Mapping):
    def __getitem__(self, key):
        if pause(key) not in ("a", "b"):
            raise KeyError(key)
        return key.upper()

    def __iter__(self):
        return pause(iter("ab"))

    def __len__(self):
        return pause(2)


class Equal:
    def __eq__(self, other):
        return pause(other == "equal")


class Names:
    constant = Equal()


def kind(v):
    match pause(v):
        case Names.constant:
            return "constant"
        case Point(0, y=y) if pause(y > 5):
            return f"point, y {y}"
        case Point(x, y):
            return f"point {x} {y}"
        case [a, b] if pause(a) == 10:
            return f"pair {a} {b}"
        case [first, *rest]:
            return f"sequence {first} {pause(rest)}"
        case {"a": a, **rest}:
            return f"mapping {a} {pause(rest)}"
        case int(n) | float(n):
            return pause(f"number {n}")
        case Any(value):
            return f"any {pause(value)}"
        case _:
            return pause("nothing")


for v in "equal", Point(0, 9), Point(0, 1), Sequence(), [1, 2, 3], Mapping(), {"a": 1, "c": 2}, 5, 1.5, Holder(), None:
    print(kind(v))
