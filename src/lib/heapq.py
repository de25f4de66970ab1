"""Heaps: lists in which item k is not greater than items 2k+1 and 2k+2."""

from _engine import prelude as _prelude

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'heappushpop', 'merge', 'nlargest', 'nsmallest',
           'heappush_max', 'heappop_max', 'heapify_max', 'heapreplace_max', 'heappushpop_max']
for _name in __all__[:5] + __all__[8:]:
    globals()[_name] = _prelude('_heapq.' + _name)
del _name


def merge(*iterables, key=None, reverse=False):
    """One sorted stream out of several."""
    rows = []
    for order, it in enumerate(map(iter, iterables)):
        for value in it:
            rows.append([value if key is None else key(value), -order if reverse else order, value, it])
            break
    (heapify_max if reverse else heapify)(rows)
    replace = heapreplace_max if reverse else heapreplace
    drop = heappop_max if reverse else heappop
    while rows:
        row = rows[0]
        yield row[2]
        for value in row[3]:
            replace(rows, [value if key is None else key(value), row[1], value, row[3]])
            break
        else:
            drop(rows)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
