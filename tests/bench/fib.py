# Calls: fib(27) makes 832,000 of them.
import time

scale = 5  # 1 in the rows called short


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


start = time.perf_counter()
for _ in range(scale):
    assert fib(27) == 196418
print((time.perf_counter() - start) * 1000)
