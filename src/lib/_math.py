"""What math hands over: arguments with methods of their own, iterables, and long integer work."""

PIECE = 10000


def by_double(name):
    """The function for arguments that are to be made floats first."""
    def function(*args):
        return _math(name, tuple([must_be_real(x) for x in args]))
    return function


def must_be_real(x):
    if isinstance(x, (float, int)):
        return x
    v = _special(x, '__float__')
    if v is NotImplemented:
        if not hasattr(type(x), '__index__'):
            raise TypeError(f"must be real number, not {type(x).__name__}")
        return _index(x)
    return v if type(v) is float else float(x)


for name in ('acos acosh asin asinh atan atan2 atanh cbrt copysign cos cosh degrees erf erfc exp exp2 expm1 fabs fma'
             ' fmod frexp gamma isfinite isinf isnan lgamma log1p modf pow radians remainder sin sinh sqrt tan tanh'
             ' ulp').split():
    globals()[name] = by_double(name)


def logarithm(name):
    def function(x, *base):
        args = tuple([v if isinstance(v, int) else must_be_real(v) for v in (x, *base)])
        return _math(name, args)
    return function


log, log2, log10 = logarithm('log'), logarithm('log2'), logarithm('log10')


def ldexp(x, i):
    return _math('ldexp', (must_be_real(x), i))


def isclose(a, b, rel_tol=1e-09, abs_tol=0.0):
    return _math('isclose', (must_be_real(a), must_be_real(b), must_be_real(rel_tol), must_be_real(abs_tol)))


def nextafter(x, y, steps=None):
    x, y = must_be_real(x), must_be_real(y)
    return _math('nextafter', (x, y, steps if steps is None else _index(steps)))


def whole(method, name):
    def function(x):
        v = _special(x, method)
        return _math(name, (float(must_be_real(x)),)) if v is NotImplemented else v
    return function


floor, ceil = whole('__floor__', 'floor'), whole('__ceil__', 'ceil')


def trunc(x):
    v = _special(x, '__trunc__')
    if v is NotImplemented:
        raise TypeError(f"type {type(x).__name__} doesn't define __trunc__ method")
    return v


# ---------------------------------------------------------------------------------------------------- sequences


def hypot(coordinates):
    return _math('hypot', (tuple([must_be_real(x) for x in coordinates]),))


def dist(p, q):
    if not isinstance(p, tuple):
        p = tuple(p)
    if not isinstance(q, tuple):
        q = tuple(q)
    if len(p) != len(q):
        raise ValueError("both points must have the same number of dimensions")
    return _math('dist', (tuple([must_be_real(x) for x in p]), tuple([must_be_real(x) for x in q])))


def fsum(seq):
    state, items = (), []
    for x in seq:
        items.append(must_be_real(x))
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
        total += a * b
    return total


# ---------------------------------------------------------------------------------------------------- integers


def gcd(integers):
    result = 0
    for x in [_index(x) for x in integers]:
        result = gcd2(result, x)
    return result


def gcd2(a, b):
    a, b = abs(a), abs(b)
    while b:
        result = _int_gcd(a, b)
        if result is not None:
            return result
        a, b = b, a % b
    return a


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
