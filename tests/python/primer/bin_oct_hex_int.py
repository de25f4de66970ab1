for n in (0, 10, 255, -8):
    print(n, bin(n), oct(n), hex(n))
print(int("1010", 2), int("ff", 16), int("0o17", 0))
print(f"二进制 {10:b},八进制 {10:o},十六进制 {255:x}")
