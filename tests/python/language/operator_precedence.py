print(2 + 3 * 4 ** 2 / 8 % 5, -2 ** 2, (-2) ** 2, 2 ** -1, 2 ** 3 ** 2, -3 // 2, -3 % 2, 3 // -2, 3 % -2)
print(1 | 2 ^ 3 & 4 << 1, ~5 & 0xF, 1 + 2 << 3, not True == False, 1 or 0 and 0, (1 or 0) and 0)
print(5 - 3 - 1, 2 * 3 // 4, 7 // 2 * 2, 10 - -5, --5, +-+5, ~~5, not not 5)
print(1 if True else 2 if False else 3, (lambda: 1 or 2)(), [1, 2][0] + 3, -[1][0], 2 * [1] + [2])
print(3 < 4 and 5 > 2 or 1, 1 == 1 in [1], "a" + "b" * 2, "%s" % 1 + "x", not 1 in [2], 5 .real, 1.0.is_integer(), 1..real)
await_like = 3
print(await_like ** -await_like, 4 @ M() if (M := type("M", (), {"__rmatmul__": lambda s, o: o})) else 0)
