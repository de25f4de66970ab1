# by-hand: the order depends on hashes of 64 bits, the referee is a 32-bit build
print(set([-1, -2, 0, 1]), set([-5, 5, -10, 10]), set(range(-8, 8)), set(range(-20, 0, 3)))
print(set([2 ** 40, 1, 2 ** 41, 7, 2 ** 62, 3]), set([10 ** i for i in range(20)]), set([-10 ** i for i in range(12)]))
print(set([0.5, 1.5, 2.5, -0.5, 3]), frozenset([2 ** 63, 2 ** 64, 2 ** 65]), set([(1, 2), (3, 4), (0, 0)]))
s = set()
for i in range(30):
    s.add(i * -7919 % 1009 - 500)
print(s)
for i in range(0, 30, 2):
    s.discard(i * -7919 % 1009 - 500)
print(s)
