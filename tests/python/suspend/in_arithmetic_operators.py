import time


def pause(value=None):
    time.sleep(0.01)
    return value


OPERATORS = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod".split()


class Left:
    pass


class Right:
    pass


class InPlace:
    pass


for name in OPERATORS:
    setattr(Left, f"__{name}__", lambda self, other, name=name: pause(name))
    setattr(Right, f"__r{name}__", lambda self, other, name=name: pause("r" + name))
    if name != "divmod":
        setattr(InPlace, f"__i{name}__", lambda self, other, name=name: pause(self))
for name in "neg pos invert abs".split():
    setattr(Left, f"__{name}__", lambda self, name=name: pause(name))
a, b = Left(), Right()
print(a + 1, a - 1, a * 1, a / 1, a // 1, a % 1, a ** 1, a << 1, a >> 1, a & 1, a | 1, a ^ 1, a @ 1, divmod(a, 1))
print(1 + b, 1 - b, 1 * b, 1 / b, 1 // b, 1 % b, 1 ** b, 1 << b, 1 >> b, 1 & b, 1 | b, 1 ^ b, 1 @ b, divmod(1, b))
print(-a, +a, ~a, abs(a), pow(a, 2))
c = d = InPlace()
c += 1
c -= 1
c *= 1
c /= 1
c //= 1
c %= 1
c **= 1
c <<= 1
c >>= 1
c &= 1
c |= 1
c ^= 1
c @= 1
print(c is d)


class Declines:
    def __add__(self, other):
        return pause(NotImplemented)

    def __radd__(self, other):
        return pause("reflected")


print(1 + Declines(), [Declines()].__len__())
try:
    Declines() + 1
except TypeError as e:
    print(e)
items = [10, 20]
items[pause(0)] += pause(5)
print(items)
