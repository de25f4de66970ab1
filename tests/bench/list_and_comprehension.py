# Lists: comprehensions, sorting with a key, slices.
import time

scale = 5  # 1 in the rows called short


def run(n):
    values = [i * 7919 % 10007 for i in range(n)]
    values.sort(key=lambda v: -v)
    squares = [v * v for v in values if v % 2]
    return sum(squares[::2]) + len({v % 100 for v in values})


start = time.perf_counter()
for _ in range(scale * 5):
    run(40_000)
print((time.perf_counter() - start) * 1000)
