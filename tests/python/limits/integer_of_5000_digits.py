import sys

n = 10 ** 4999
try:
    print(n)
except ValueError as e:
    print(e)
print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(0)
text = str(n + 12345)
print(len(text), text[:5], text[-8:])
print(n * 7 + 3)
try:
    sys.set_int_max_str_digits(100)
except ValueError as e:
    print(e)
sys.set_int_max_str_digits(640)
try:
    int("1" * 700)
except ValueError as e:
    print(e)
print(len(hex(n)), int("f" * 1000, 16).bit_length())
