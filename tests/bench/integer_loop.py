# Arithmetic on small integers in a while loop.
import time


def run(n):
    total = 0
    i = 0
    while i < n:
        total += i % 7 * 3 - (i & 5)
        i += 1
    return total


start = time.perf_counter()
run(1_000_000)
print((time.perf_counter() - start) * 1000)
