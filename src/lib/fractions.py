"""Fractions of integers."""

import math as _math
import sys as _sys
from numbers import Rational as _Rational

__all__ = ['Fraction']


def _parse(text):
    """(numerator, denominator) of '3/4', '-1.5e3', …; None when it is none of these."""
    s = text.strip()
    sign = -1 if s[:1] == '-' else 1
    s = s[1:] if s[:1] in '+-' else s
    top, slash, bottom = s.partition('/')

    def digits(t):
        return bool(t) and t.replace('_', '').isdecimal() and not t.startswith('_') and not t.endswith('_') and '__' not in t
    if slash:
        return (sign * int(top), int(bottom)) if digits(top) and digits(bottom) else None
    mantissa, e, exponent = s.replace('E', 'e').partition('e')
    whole, dot, rest = mantissa.partition('.')
    if not (digits(whole) or not whole and digits(rest)) or rest and not digits(rest):
        return None
    if e and not digits(exponent[1:] if exponent[:1] in '+-' else exponent):
        return None
    rest = rest.replace('_', '')
    n = int((whole or '0').replace('_', '') + rest)
    power = (int(exponent) if e else 0) - len(rest)
    return (sign * n * 10 ** power, 1) if power >= 0 else (sign * n, 10 ** -power)


class Fraction(_Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, _Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or not isinstance(numerator, (str, type)) and hasattr(numerator, 'as_integer_ratio'):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError('argument should be a string or a Rational instance or have the as_integer_ratio() method')
            found = _parse(numerator)
            if found is None:
                raise ValueError(f'Invalid literal for Fraction: {numerator!r}')
            numerator, denominator = found
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, _Rational) and isinstance(denominator, _Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator)
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        g = _math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        self._numerator, self._denominator = numerator // g, denominator // g
        return self

    @classmethod
    def from_number(cls, number):
        return cls(number)

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls(*f.as_integer_ratio())

    from_decimal = from_float

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return _of(p1, q1)
        return _of(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __format__(self, spec):
        if not spec:
            return str(self)
        if spec[-1] in 'eEfFgG%':
            return format(float(self), spec)
        return format(str(self), spec)

    def __floordiv__(a, b):
        return _op(a, b, lambda a, b: (a._numerator * b.denominator) // (a._denominator * b.numerator), lambda a, b: a // b)

    def __rfloordiv__(b, a):
        return _rop(a, b, lambda a, b: (a.numerator * b._denominator) // (a.denominator * b._numerator), lambda a, b: a // b)

    def __mod__(a, b):
        return _op(a, b, _mod, lambda a, b: a % b)

    def __rmod__(b, a):
        return _rop(a, b, lambda a, b: _mod(Fraction(a), b), lambda a, b: a % b)

    def __divmod__(a, b):
        return _op(a, b, lambda a, b: (a // b, a % b), divmod)

    def __rdivmod__(b, a):
        return _rop(a, b, lambda a, b: (Fraction(a) // b, Fraction(a) % b), divmod)

    def __add__(a, b):
        return _op(a, b, _add, lambda a, b: a + b)

    def __radd__(b, a):
        return _rop(a, b, _add, lambda a, b: a + b)

    def __sub__(a, b):
        return _op(a, b, _sub, lambda a, b: a - b)

    def __rsub__(b, a):
        return _rop(a, b, _sub, lambda a, b: a - b)

    def __mul__(a, b):
        return _op(a, b, _mul, lambda a, b: a * b)

    def __rmul__(b, a):
        return _rop(a, b, _mul, lambda a, b: a * b)

    def __truediv__(a, b):
        return _op(a, b, _div, lambda a, b: a / b)

    def __rtruediv__(b, a):
        return _rop(a, b, _div, lambda a, b: a / b)

    def __pow__(a, b, modulo=None):
        if modulo is not None:
            return NotImplemented
        if isinstance(b, _Rational):
            if b.denominator == 1:
                power = b.numerator
                if power >= 0:
                    return _of(a._numerator ** power, a._denominator ** power)
                if a._numerator > 0:
                    return _of(a._denominator ** -power, a._numerator ** -power)
                if a._numerator == 0:
                    raise ZeroDivisionError(f'Fraction({a._denominator ** -power}, 0)')
                return _of((-a._denominator) ** -power, (-a._numerator) ** -power)
            return float(a) ** float(b)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a, modulo=None):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, _Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        return _of(a._numerator, a._denominator)

    def __neg__(a):
        return _of(-a._numerator, a._denominator)

    def __abs__(a):
        return _of(abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return floor
            if rest * 2 > self._denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        modulus = _sys.hash_info.modulus
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            value = _sys.hash_info.inf
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, _Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if _math.isnan(b) or _math.isinf(b) else a == Fraction(*b.as_integer_ratio())
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, _Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return op(0.0, other) if _math.isnan(other) or _math.isinf(other) else op(self, Fraction(*other.as_integer_ratio()))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, lambda a, b: a < b)

    def __gt__(a, b):
        return a._compare(b, lambda a, b: a > b)

    def __le__(a, b):
        return a._compare(b, lambda a, b: a <= b)

    def __ge__(a, b):
        return a._compare(b, lambda a, b: a >= b)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _of(n, d):
    made = object.__new__(Fraction)
    made._numerator, made._denominator = n, d
    return made


def _op(a, b, exact, other):
    if isinstance(b, (int, Fraction)):
        return exact(a, b)
    if isinstance(b, float):
        return other(float(a), b)
    if isinstance(b, complex):
        return other(complex(float(a)), b)
    return NotImplemented


def _rop(a, b, exact, other):
    if isinstance(a, _Rational):
        return exact(a, b)
    if isinstance(a, float):
        return other(a, float(b))
    if isinstance(a, complex):
        return other(a, complex(float(b)))
    return NotImplemented


def _add(a, b):
    return Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)


def _sub(a, b):
    return Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)


def _mul(a, b):
    return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)


def _div(a, b):
    n, d = a.numerator * b.denominator, a.denominator * b.numerator
    if d == 0:
        raise ZeroDivisionError(f'Fraction({a.numerator if b.denominator == 1 else n}, 0)')
    return Fraction(n, d)


def _mod(a, b):
    return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator), a.denominator * b.denominator)
