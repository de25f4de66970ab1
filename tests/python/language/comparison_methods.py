class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return f"V{self.parts}"


a, b, c = Version(1, 2), Version(1, 3), Version(1, 2)
print(a == c, a != c, a != b, a < b, a > b, a == 1, a != 1, a is c)
print(sorted([b, a, Version(0)]), max(a, b), len({a, b, c}), {a: 1}[c], [b, a].index(c))
for expression in ("a <= b", "a < 1", "1 > a", "a >= c"):
    try:
        print(eval(expression))
    except TypeError as e:
        print(e)


class OnlyLt:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


print(OnlyLt(1) > OnlyLt(0), OnlyLt(1) == OnlyLt(1))


class Odd:
    def __eq__(self, other):
        return "not a bool"

    def __lt__(self, other):
        return []


print(Odd() == 1, Odd() != 1, Odd() < 1, bool(Odd() < 1), [Odd()] == [1])
try:
    {Odd()}
except TypeError as e:
    print(e)
from functools import total_ordering


@total_ordering
class T:
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print(T(1) <= T(1), T(2) >= T(3), T(2) > T(1))
