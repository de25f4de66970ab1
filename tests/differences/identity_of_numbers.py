# by-hand: numbers are words here and have no address, so `is` compares what they are; CPython says False, 2, False
a, b = float("1.5"), float("1.5")
print(a is b)
print(len({float("nan"), float("nan")}))
print(int("10000000000") is int("10000000000"))
