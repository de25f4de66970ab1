# by-hand: the referee is a 32-bit build; this is what CPython prints on 64-bit Linux
from fractions import Fraction

print(hash(0), hash(1), hash(-1), hash(-2), hash(2 ** 40), hash(2 ** 61 - 1), hash(2 ** 61), hash(-2 ** 61), hash(2 ** 100), hash(10 ** 50))
print(hash(0.5), hash(1.5), hash(-1.5), hash(0.1), hash(1e300), hash(-0.0), hash(float("inf")), hash(float("-inf")), hash(2.0 ** 61))
print(hash(1j), hash(1 + 2j), hash(True), hash(None) == hash(None), hash(Fraction(1, 3)) == hash(Fraction(2, 6)), hash(Fraction(1, 2)) == hash(0.5))
print(hash(()), hash((1,)), hash((1, 2)), hash((1, (2, 3))), hash((0.5, -1)), hash(frozenset()), hash(frozenset([1, 2, 3])), hash(range(3)), hash(range(0)))
