import math

print(repr(math.pi))
print(repr(math.e))
print(repr(math.tau))
print(repr(math.inf))
print(repr(math.nan))
print(repr(math.sqrt(2)))
print(repr(math.floor(2.7)))
print(repr(math.ceil(2.1)))
print(repr(math.trunc(-2.7)))
print(repr(math.floor(-2.5)))
print(repr(math.factorial(20)))
print(repr(math.gcd(12, 18)))
print(repr(math.gcd()))
print(repr(math.gcd(0, 5, 10)))
print(repr(math.lcm(4, 6)))
print(repr(math.comb(10, 3)))
print(repr(math.perm(5, 2)))
print(repr(math.perm(4)))
print(repr(math.isqrt(17)))
print(repr(math.isqrt(10 ** 30)))
print(repr(math.pow(2, 3)))
print(repr(math.exp(0)))
print(repr(math.log(math.e)))
print(repr(math.log(8, 2)))
print(repr(math.log2(8)))
print(repr(math.log10(1000)))
print(repr(math.log1p(0)))
print(repr(math.expm1(0)))
print(repr(math.sin(0)))
print(repr(math.cos(0)))
print(repr(math.tan(0)))
print(repr(math.asin(1)))
print(repr(math.atan2(1, 1)))
print(repr(math.degrees(math.pi)))
print(repr(math.radians(180)))
print(repr(math.hypot(3, 4)))
print(repr(math.hypot(1, 2, 2)))
print(repr(math.dist((0, 0), (3, 4))))
print(repr(math.fabs(-2)))
print(repr(math.fmod(-7, 3)))
print(repr(math.modf(2.5)))
print(repr(math.frexp(8.0)))
print(repr(math.ldexp(0.5, 4)))
print(repr(math.copysign(1, -0.0)))
print(repr(math.isnan(math.nan)))
print(repr(math.isinf(math.inf)))
print(repr(math.isfinite(1)))
print(repr(math.isclose(0.1 + 0.2, 0.3)))
print(repr(math.isclose(1, 1.1, rel_tol=0.2)))
print(repr(math.prod([1, 2, 3, 4])))
print(repr(math.prod([], start=5)))
print(repr(math.fsum([0.1] * 10)))
print(repr(math.sumprod([1, 2], [3, 4])))
print(repr(math.remainder(7, 3)))
print(repr(math.cbrt(8)))
print(repr(math.nextafter(1, 2)))
print(repr(math.ulp(1.0)))
print(repr(math.exp2(3)))
print(repr(math.fma(2, 3, 4)))
print(repr(math.ceil(10 ** 20)))
print(repr(math.log(10 ** 400)))
print(repr(math.log2(2 ** 5000)))
print(repr(math.sinh(0)))
print(repr(math.gamma(5)))
print(repr(math.erf(0)))
for expression in (
    'math.sqrt(-1)',
    'math.log(0)',
    'math.log(-1)',
    'math.factorial(-1)',
    'math.factorial(1.5)',
    'math.comb(-1, 2)',
    'math.isqrt(-1)',
    'math.floor(math.inf)',
    'math.floor(math.nan)',
    'math.exp(1000)',
    'math.acos(2)',
    'math.sqrt("a")',
    'math.gcd(1.5)',
    'math.sin(math.inf)',
    'math.fmod(1, 0)',
    'math.pow(0, -1)',
    'math.log(2, 1)',
    'math.dist((1,), (1, 2))',
    'math.cosh(1000)',
    'math.ldexp(1, 5000)',
    'math.perm(2, -1)',
    'math.floor("a")',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
