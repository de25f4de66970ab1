# Arithmetic on small integers in a while loop.
import time

scale = 5  # 1 in the rows called short


def run(n):
    total = 0
    i = 0
    while i < n:
        total += i % 7 * 3 - (i & 5)
        i += 1
    return total


start = time.perf_counter()
run(scale * 1_000_000)
print((time.perf_counter() - start) * 1000)
