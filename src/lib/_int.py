"""What int hands over: long work, halved until each piece is short, and conversions that call Python.

The operators below are the same that brought us here: on short operands they are done in C at once, on long ones they
come back, so a program can be stopped in the middle of the longest product.
"""

# ---------------------------------------------------------------------------------------------------- products


def mul(a, b):
    a, b = _int_exact(a), _int_exact(b)
    if a < 0:
        return mul(-a, -b) if b < 0 else -mul(-a, b)
    if b < 0:
        return -mul(a, -b)
    m, n = a.bit_length(), b.bit_length()
    if m < n:
        a, b, m, n = b, a, n, m
    half = m + 63 >> 6 << 5  # whole digits
    a1, a0 = _int_slice(a, half, m), _int_slice(a, 0, half)
    if n <= half:
        return (a1 * b << half) + a0 * b
    # Karatsuba: three products instead of four
    b1, b0 = _int_slice(b, half, n), _int_slice(b, 0, half)
    high, low = a1 * b1, a0 * b0
    middle = (a1 + a0) * (b1 + b0) - high - low
    return (high << 2 * half) + (middle << half) + low


def power(a, b, m=None):
    if not isinstance(b, int) or not isinstance(a, int):
        return NotImplemented
    if m is not None:
        return power_mod(a, b, m) if isinstance(m, int) else NotImplemented
    a, b = _int_exact(a), _int_exact(b)
    zeros = (a & -a).bit_length() - 1
    a >>= zeros
    result = a
    for i in range(b.bit_length() - 2, -1, -1):
        result *= result
        if b >> i & 1:
            result *= a
    return result << zeros * b


def power_mod(a, b, m):
    a, b, m = _int_exact(a), _int_exact(b), _int_exact(m)
    if m < 0:
        result = power_mod(a, b, -m)
        return result + m if result else result
    if m == 1:
        return 0
    a %= m
    if b < 0:
        a = inverse(a, m)
        b = -b
    result = _int_power_mod(a, b, m)
    if result is not None:
        return result
    # four bits of the exponent at a time
    bits = b.bit_length()
    result = 1
    if bits <= 64:
        for i in range(bits - 1, -1, -1):
            result = result * result % m
            if b >> i & 1:
                result = result * a % m
        return result
    table = [1, a]
    for i in range(14):
        table.append(table[-1] * a % m)
    for i in range((bits - 1) & ~3, -1, -4):
        for j in range(4):
            result = result * result % m
        digit = _int_slice(b, i, i + 4)
        if digit:
            result = result * table[digit] % m
    return result


def inverse(a, m):
    s, t, r = 0, 1, m
    while a:
        q, rest = divmod(r, a)
        s, t = t, s - q * t
        r, a = a, rest
    if r != 1:
        raise ValueError("base is not invertible for the given modulus")
    return s % m


# ---------------------------------------------------------------------------------------------------- quotients


def divide(a, b):
    a, b = _int_exact(a), _int_exact(b)
    if b < 0:
        q, r = divmod(-a, -b)
        return q, -r
    if a < 0:
        q, r = divmod(~a, b)
        return ~q, b + ~r
    n = b.bit_length()
    more = a.bit_length() - n  # the quotient has so many bits, or one more
    if 2 * more > n:
        # half of the quotient's bits first
        half = more >> 1
        q1, r = divmod(a >> half, b)
        q0, r = divmod((r << half) + _int_slice(a, 0, half), b)
        return (q1 << half) + q0, r
    # a short quotient: the upper bits of both decide it, but for an error of one or two
    rest = n - more - 32
    q = (a >> rest) // (b >> rest)
    r = a - q * b
    while r < 0:
        q -= 1
        r += b
    return q, r


def floordiv(a, b):
    return divide(a, b)[0]


def mod(a, b):
    return divide(a, b)[1]


# ---------------------------------------------------------------------------------------------------- text

PIECE = 2000  # digits that are converted at once


def decimal(n):
    n = _int_exact(n)
    text = pieces_text(abs(n), 10)
    _int_check_digits(len(text), False)
    return '-' + text if n < 0 else text


def pieces_text(n, base):
    powers = [base**PIECE]
    while 2 * powers[-1].bit_length() - 1 <= n.bit_length():
        powers.append(powers[-1] * powers[-1])
    pieces = []
    put_pieces(n, base, powers, len(powers) - 1, pieces)
    return ''.join(pieces).lstrip('0') or '0'


def put_pieces(n, base, powers, level, pieces):
    if level < 0:
        pieces.append(_int_text(n, base).rjust(PIECE, '0'))
        return
    high, low = divmod(n, powers[level])
    put_pieces(high, base, powers, level - 1, pieces)
    put_pieces(low, base, powers, level - 1, pieces)


def from_digits(digits, base):
    n = len(digits)
    powers = [base**PIECE]
    while PIECE << len(powers) < n:
        powers.append(powers[-1] * powers[-1])
    return read_digits(digits, 0, n, base, powers, len(powers) - 1)


def read_digits(digits, start, end, base, powers, level):
    while level >= 0 and end - start <= PIECE << level:
        level -= 1
    if level < 0:
        return _int_read(digits, start, end, base)
    middle = end - (PIECE << level)
    high = read_digits(digits, start, middle, base, powers, level)
    return high * powers[level] + read_digits(digits, middle, end, base, powers, level - 1)


def format_long(self, spec=''):
    if not spec:
        return str(self)
    return _int_format(self, spec, decimal(self))


# ---------------------------------------------------------------------------------------------------- conversions

STRICT = ".  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python."


def deprecated(text):
    from warnings import warn
    warn(text, DeprecationWarning)  # at the program's line: frames of the prelude do not count


def checked(v, method):
    if type(v) is int:
        return v
    if not isinstance(v, int):
        raise TypeError(f"{method} returned non-int (type {type(v).__name__})")
    deprecated(f"{method} returned non-int (type {type(v).__name__})" + STRICT)
    return _int_exact(v)


def make(cls, x=0, base=None):
    if base is not None:
        if type(base) is not int:
            return int.__new__(cls, x, _index(base))
        return _int_of_type(cls, read_text(x, base))
    v = _special(x, '__int__')
    if v is not NotImplemented:
        return _int_of_type(cls, checked(v, '__int__'))
    v = _special(x, '__index__')
    if v is not NotImplemented:
        return _int_of_type(cls, checked(v, '__index__'))
    return _int_of_type(cls, read_text(x, 10))


def read_text(text, base):
    # Only long text comes here: it is good, or C would have said so.
    digits, base, negative = _int_parts(text, base)
    n = from_digits(digits, base)
    return -n if negative else n


def to_bytes(self, length=1, byteorder='big', signed=False):
    return int.to_bytes(self, _index(length), byteorder, signed=not not signed)


def from_bytes(cls, data, byteorder='big', signed=False):
    signed = not not signed
    v = _special(data, '__bytes__')
    if v is NotImplemented:
        if isinstance(data, str):
            raise TypeError("cannot convert 'str' object to bytes")
        try:
            v = iter(data)
        except TypeError:
            raise TypeError(f"cannot convert '{type(data).__name__}' object to bytes") from None
        v = bytes([*v])
    elif not isinstance(v, bytes):
        raise TypeError(f"__bytes__ returned non-bytes (type {type(v).__name__})")
    return _int_from_bytes(cls, v, byteorder, signed)


def round_to(self, ndigits=None):
    self, ndigits = _int_exact(self), _index(ndigits)
    if ndigits >= 0:
        return self
    if -ndigits > self.bit_length() * 0.3011 + 2:
        return 0
    unit = 10**-ndigits
    q, r = divmod(self, unit)
    if 2 * r > unit or 2 * r == unit and q & 1:
        q += 1
    return q * unit


# ---------------------------------------------------------------------------------------------------- bool


def make_bool(cls, x=False):
    return not not x


def invert_bool(x):
    deprecated("Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise"
          " inversion of the underlying int object and is usually not what you expect from negating a bool. Use the"
          " 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying"
          " int.")
    return ~int(x)
