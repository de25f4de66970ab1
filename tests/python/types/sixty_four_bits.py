# by-hand: the referee is a 32-bit build; this is what CPython prints on 64-bit Linux
import sys

print(sys.maxsize, sys.maxunicode, sys.byteorder)
print(sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf, sys.hash_info.imag)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.default_max_str_digits)
print(len(range(10 ** 15)), range(10 ** 18)[-1], len(range(sys.maxsize)))
for expression in ("len(range(2 ** 63))", "[1] * 2 ** 63", "'a' * 2 ** 64", "[0][2 ** 63]", "'a'[2 ** 64]", "range(3)[2 ** 64]", "bytes(2 ** 63)", "'a'.center(2 ** 63)", "chr(2 ** 31)", "chr(2 ** 64)"):
    try:
        print(eval(expression))
    except Exception as e:
        print(expression, type(e).__name__, e)
print([1, 2, 3][-2 ** 70:2 ** 70], "abc"[2 ** 64:], list(range(10))[::2 ** 65])
