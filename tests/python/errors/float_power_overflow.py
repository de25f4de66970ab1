# by-hand: the error number and its text are those of Linux, the referee has those of WASI
import math

for base, exponent in ((10.0, 400), (2.0, 10000), (-10.0, 401)):
    try:
        print(base ** exponent)
    except OverflowError as e:
        print(repr(e))
print(2.0 ** -10000, 10.0 ** 308, math.inf ** 2)
