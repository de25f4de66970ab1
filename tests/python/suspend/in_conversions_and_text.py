import time


def pause(value=None):
    time.sleep(0.01)
    return value


class Thing:
    def __int__(self):
        return pause(7)

    def __float__(self):
        return pause(1.5)

    def __complex__(self):
        return pause(2j)

    def __index__(self):
        return pause(2)

    def __str__(self):
        return pause("str")

    def __repr__(self):
        return pause("repr")

    def __format__(self, spec):
        return pause(f"<{spec}>")

    def __bytes__(self):
        return pause(b"bytes")

    def __round__(self, digits=None):
        return pause(("round", digits))

    def __trunc__(self):
        return pause("trunc")

    def __floor__(self):
        return pause("floor")

    def __ceil__(self):
        return pause("ceil")

    def __hash__(self):
        return pause(42)

    def __len__(self):
        return pause(4)

    def __reversed__(self):
        return pause(iter("desrever"))

    def __sizeof__(self):
        return pause(100)

    def __dir__(self):
        return pause(["b", "a"])

    def __length_hint__(self):
        return pause(5)


import math
import operator

t = Thing()
print(int(t), float(t), complex(t), str(t), repr(t), bytes(t), round(t), round(t, 1), hash(t), len(t), dir(t))
print(math.trunc(t), math.floor(t), math.ceil(t), operator.length_hint(t), "".join(reversed(t)), t.__sizeof__())
print(f"{t} {t!r} {t!s} {t:spec} {t!r:>6} {pause(3):{pause(4)}d}|")
print("%s %r %d %.1f" % (t, t, int(t), float(t)), "{} {!r} {:x}".format(t, t, t), format(t, "f"), "{0.n}".format(type("N", (), {"n": pause(1)})))
print(bin(t), hex(t), oct(t))
print([1, 2, 3][t], "abc"[t], (1, 2, 3)[t], b"abc"[t], range(5)[t], [0, 1, 2, 3, 4][t:], "abcde"[:t], list(range(t)), "ab" * t, [0] * t)
print(t, [t], (t,), {1: t}, {t}, sep="|", end=pause("\n"))
print(ascii(t), repr([t, {"k": t}]), str([t]), "%s" % [t], f"{[t]}")
print(int("1" * 3, t.__int__() + 1), bytes(t.__index__()), bytearray(t.__index__()), int.from_bytes(bytes(t), "big"))
