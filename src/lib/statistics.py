"""Averages and measures of spread, computed exactly and rounded once."""

import math as _math

__all__ = ['StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'linear_regression',
           'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles',
           'stdev', 'variance']


class StatisticsError(ValueError):
    pass


def _ratio(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type {type(x).__name__!r} to numerator/denominator") from None
    except (OverflowError, ValueError):
        return x, None


def _sum(data):
    """(type, exact sum as a Fraction or a special float, count)."""
    from fractions import Fraction
    count = 0
    kind = int
    partials = {}
    special = None
    for x in data:
        count += 1
        t = type(x)
        if t is not int and t is not bool and t is not kind:
            kind = float if {t, kind} & {float} and {t, kind} <= {int, float, Fraction} else t if kind is int else kind
        n, d = _ratio(x)
        if d is None:
            special = n if special is None else special + n
        else:
            partials[d] = partials.get(d, 0) + n
    if special is not None:
        return kind, special, count
    return kind, sum([Fraction(n, d) for d, n in partials.items()], Fraction(0)), count


def _convert(value, kind):
    if type(value) is kind:
        return value
    if kind is int and getattr(value, 'denominator', 1) != 1:
        kind = float
    if isinstance(value, float):
        return value
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / kind(value.denominator)


def mean(data):
    kind, total, n = _sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert(total / n, kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return _math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = _math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return _math.sumprod(data, weights) / total


def geometric_mean(data):
    data = list(data)
    for x in data:
        if x < 0:
            raise StatisticsError('No negative inputs allowed', x)
    if not data:
        raise StatisticsError('Must have a non-empty dataset')
    if 0 in data:
        return 0.0
    return _math.exp(_math.fsum([_math.log(x) for x in data]) / len(data))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    weights = [1] * len(data) if weights is None else list(weights)
    if any([x < 0 for x in data]):
        raise StatisticsError('harmonic mean does not support negative values')
    if 0 in data:
        return 0
    kind, total, _ = _sum([w / x if isinstance(x, float) else _fraction(w, x) for w, x in zip(weights, data)])
    return _convert(sum(weights) / total, float if kind is not float and all([isinstance(x, int) for x in data]) else kind)


def _fraction(a, b):
    from fractions import Fraction
    return Fraction(a) / Fraction(b)


def median(data):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    i = n // 2
    return data[i] if n % 2 else (data[i - 1] + data[i]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    from bisect import bisect_left, bisect_right
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    x = data[n // 2]
    i = bisect_left(data, x)
    j = bisect_right(data, x, lo=i)
    interval, x = float(interval), float(x)
    return x - interval / 2.0 + interval * (n / 2 - i) / (j - i)


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x, n in counts.items() if n == most]


def _square(data, c):
    """(type, exact sum of squared deviations, count)."""
    from fractions import Fraction
    data = list(data)
    kind, total, n = _sum(data)
    if not isinstance(total, Fraction):
        return kind, total, n
    center = total / n if c is None and n else Fraction(0) if c is None else Fraction(*_ratio(c))
    return kind, sum([(Fraction(*_ratio(x)) - center) ** 2 for x in data], Fraction(0)), n


def variance(data, xbar=None):
    kind, ss, n = _square(data, xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _convert(ss / (n - 1), kind)


def pvariance(data, mu=None):
    kind, ss, n = _square(data, mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _convert(ss / n, kind)


def _root(x):
    """The square root of a Fraction, correctly rounded."""
    n, m = x.numerator, x.denominator
    if not n:
        return 0.0
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        a = _math.isqrt(n // (m << 2 * q))
        return float((a | (a * a * (m << 2 * q) != n)) << q)
    a = _math.isqrt((n << -2 * q) // m)
    return (a | (a * a * m != n << -2 * q)) / (1 << -q)


def stdev(data, xbar=None):
    kind, ss, n = _square(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(ss / (n - 1))


def pstdev(data, mu=None):
    kind, ss, n = _square(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(ss / n)


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        if ld == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    result = []
    if method == 'inclusive':
        m = ld - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == 'exclusive':
        m = ld + 1
        for i in range(1, n):
            j = min(max(i * m // n, 1), ld - 1)
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('covariance requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('covariance requires at least two data points')
    xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
    return _math.sumprod([xi - xbar for xi in x], [yi - ybar for yi in y]) / (n - 1)


def correlation(x, y, /, *, method='linear'):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('correlation requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('correlation requires at least two data points')
    xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
    x, y = [v - xbar for v in x], [v - ybar for v in y]
    try:
        return _math.sumprod(x, y) / _math.sqrt(_math.sumprod(x, x) * _math.sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    n = len(x)
    if len(y) != n:
        raise StatisticsError('linear regression requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('linear regression requires at least two data points')
    xbar, ybar = (0.0, 0.0) if proportional else (_math.fsum(x) / n, _math.fsum(y) / n)
    x, y = [v - xbar for v in x], [v - ybar for v in y]
    try:
        slope = _math.sumprod(x, y) / _math.sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return namedtuple('LinearRegression', ('slope', 'intercept'))(slope, 0.0 if proportional else ybar - slope * xbar)
