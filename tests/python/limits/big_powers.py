print((2 ** 10_000) % 1_000_007, pow(3, 10 ** 18, 10 ** 9 + 7))
print((10 ** 1000 + 1) // (10 ** 500), len(str(3 ** 5000)))
import math
print(math.factorial(200) % (10 ** 9 + 7), len(str(math.factorial(1000))))
print((1 << 5000).bit_length(), (1 << 5000) >> 4990)
a, b = 0, 1
for _ in range(5000):
    a, b = b, a + b
print(a % 10 ** 20)
