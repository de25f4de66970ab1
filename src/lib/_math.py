"""What math hands over: arguments with methods of their own, iterables, and long integer work."""

PIECE = 10000


MISSING = object()


def of_one(name):
    return lambda x: _math(name, (_real(x),))


def of_two(name):
    return lambda x, y: _math(name, (_real(x), _real(y)))


# What only needs its arguments to be numbers. (A prelude function takes a fixed number of arguments.)
(acos, acosh, asin, asinh, atan, atanh, cbrt, cos, cosh, degrees, erf, erfc, exp, exp2, expm1, fabs, frexp, gamma,
 isfinite, isinf, isnan, lgamma, log1p, log2, log10, modf, radians, sin, sinh, sqrt, tan, tanh, ulp) = map(of_one, (
    'acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cbrt', 'cos', 'cosh', 'degrees', 'erf', 'erfc', 'exp', 'exp2',
    'expm1', 'fabs', 'frexp', 'gamma', 'isfinite', 'isinf', 'isnan', 'lgamma', 'log1p', 'log2', 'log10', 'modf',
    'radians', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'ulp'))
atan2, copysign, fmod, pow, remainder = map(of_two, ('atan2', 'copysign', 'fmod', 'pow', 'remainder'))


def fma(x, y, z):
    return _math('fma', (_real(x), _real(y), _real(z)))


def log(x, base=MISSING):
    return _math('log', (_real(x),) if base is MISSING else (_real(x), _real(base)))


def ldexp(x, i):
    return _math('ldexp', (_real(x), i))


def isclose(a, b, rel_tol=1e-09, abs_tol=0.0):
    return _math('isclose', (_real(a), _real(b), _real(rel_tol), _real(abs_tol)))


def nextafter(x, y, steps=None):
    x, y = _real(x), _real(y)
    return _math('nextafter', (x, y, steps if steps is None else _index(steps)))


def whole(method, name):
    def function(x):
        v = _special(x, method)
        return _math(name, (float(_real(x)),)) if v is NotImplemented else v
    return function


floor, ceil = whole('__floor__', 'floor'), whole('__ceil__', 'ceil')


def trunc(x):
    v = _special(x, '__trunc__')
    if v is NotImplemented:
        raise TypeError(f"type {type(x).__name__} doesn't define __trunc__ method")
    return v


# ---------------------------------------------------------------------------------------------------- sequences


def hypot(coordinates):
    return _math('hypot', (tuple([_real(x) for x in coordinates]),))


def dist(p, q):
    if not isinstance(p, tuple):
        p = tuple(p)
    if not isinstance(q, tuple):
        q = tuple(q)
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return _math('dist', (tuple([_real(x) for x in p]), tuple([_real(x) for x in q])))


def fsum(seq):
    state, items = (), []
    for x in seq:
        items.append(_real(x))
        if len(items) == PIECE:
            state = _math_fsum_add(state, items)
            items.clear()
    return _math_fsum_add(_math_fsum_add(state, items), None)


def prod(iterable, start=1):
    for x in iterable:
        start = start * x
    return start


def sumprod(p, q):
    p, q = iter(p), iter(q)
    end = []
    ps, qs = [], []
    while True:
        a, b = next(p, end), next(q, end)
        if a is end and b is end:
            break
        if a is end or b is end:
            raise ValueError("Inputs are not the same length")
        ps.append(a)
        qs.append(b)
    plain = True
    for x in ps:
        plain = plain and (type(x) is int or type(x) is float)
    for x in qs:
        plain = plain and (type(x) is int or type(x) is float)
    if plain and len(ps) <= 2 * PIECE:
        total = _math('sumprod', (ps, qs))
        if total is not None:
            return total
    total = 0
    for a, b in zip(ps, qs):
        total = total + a * b
    return total


# ---------------------------------------------------------------------------------------------------- integers


def gcd(integers):
    result = 0
    for x in [_index(x) for x in integers]:
        result = gcd2(result, x)
    return result


def gcd2(a, b):
    a, b = abs(a), abs(b)
    if a and b:
        # first to about the same length, which may take long
        if a > b:
            a %= b
        else:
            b %= a
    while a and b:
        a, b = _int_gcd(a, b)
    return a or b


def lcm(integers):
    result = 1
    for x in [_index(x) for x in integers]:
        if not x:
            result = 0
        elif result:
            result = abs(result // gcd2(result, x) * x)
    return result


def isqrt(n):
    n = _index(n)
    if n < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    if not n:
        return 0
    # a approximates the root of n's upper bits, with d bits, e the step before
    c = n.bit_length() - 1 >> 1
    a, d = 1, 0
    for s in range(c.bit_length() - 1, -1, -1):
        e = d
        d = c >> s
        a = (a << d - e - 1) + (n >> 2 * c - e - d + 1) // a
    return a - (a * a > n)


LEAF = 500


def falling(n, k):
    """n (n - 1) … of k factors."""
    if k <= LEAF and n < 1 << 32:
        return _math_falling(n, k)
    if k <= 8:
        result = 1
        for i in range(k):
            result *= n - i
        return result
    half = k >> 1
    return falling(n, half) * falling(n - half, k - half)


def factorial(n):
    n = _index(n)
    if n < 2**63:
        return falling(n, n)
    raise OverflowError("factorial() argument should not exceed 9223372036854775807")


def perm(n, k=None):
    if k is None:
        return factorial(n)
    n, k = _index(n), _index(k)
    if n < 0 or k < 0 or k > n or k >= 2**63:
        return _math('perm', (n, k))
    return falling(n, k)


def comb(n, k):
    n, k = _index(n), _index(k)
    if n < 0 or k < 0 or k > n:
        return _math('comb', (n, k))
    k = min(k, n - k)
    if k >= 2**63:
        raise OverflowError("min(n - k, k) must not exceed 9223372036854775807")
    return combinations(n, k)


def combinations(n, k):
    if n < 1 << 32 and k <= LEAF:
        return _math('comb', (n, k))
    if k <= 8:
        result = 1
        for i in range(k):
            result = result * (n - i) // (i + 1)
        return result
    half = k >> 1
    return combinations(n, half) * combinations(n - half, k - half) // combinations(k, half)


# ---------------------------------------------------------------------------------------------------- random


def random_bits(state, k):
    return _random_getrandbits(state, _index(k))
