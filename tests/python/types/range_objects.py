print(repr(range(5)))
print(repr(range(1, 5)))
print(repr(range(1, 10, 2)))
print(repr(list(range(5))))
print(repr(list(range(5, 0, -1))))
print(repr(list(range(0))))
print(repr(list(range(5, 0))))
print(repr(list(range(-3, 3, 2))))
print(repr(len(range(10))))
print(repr(len(range(1, 10, 3))))
print(repr(len(range(10, 0, -3))))
print(repr(range(10)[3]))
print(repr(range(10)[-1]))
print(repr(range(10)[2:5]))
print(repr(range(10)[::-1]))
print(repr(range(0, 10, 2)[1:3]))
print(repr(5 in range(10)))
print(repr(5 in range(0, 10, 2)))
print(repr(10 in range(10)))
print(repr("a" in range(3)))
print(repr(2.0 in range(3)))
print(repr(2.5 in range(3)))
print(repr(range(3) == range(0, 3, 1)))
print(repr(range(0) == range(5, 0)))
print(repr(range(0, 3, 2) == range(0, 4, 2)))
print(repr(hash(range(3)) == hash(range(0, 3))))
print(repr(range(5).index(3)))
print(repr(range(5).count(3)))
print(repr(range(5).count(9)))
print(repr(range(1, 5, 2).start))
print(repr(range(1, 5, 2).stop))
print(repr(range(1, 5, 2).step))
print(repr(bool(range(0))))
print(repr(list(reversed(range(3)))))
print(repr(sum(range(101))))
print(repr(max(range(5))))
print(repr(min(range(5))))
print(repr(repr(range(0, 5, 1))))
print(repr(str(range(-1))))
print(repr(range(10 ** 20)[10 ** 19]))
print(repr(10 ** 19 in range(10 ** 20)))
print(repr(list(range(10 ** 20, 10 ** 20 + 3))))
print(repr(range(True)))
print(repr(list(range(2, 2))))
print(repr([*range(3)]))
print(repr(range(10)[5:100]))
print(repr(range(10)[-3:]))
print(repr(sorted(range(3), reverse=True)))
print(repr(tuple(range(1, 4))))
print(repr(type(range(1))))
print(repr(range(4)[1:][1:]))
for expression in (
    'range(1, 2, 0)',
    'range(1.0)',
    'range("a")',
    'range(None)',
    'range()',
    'range(1, 2, 3, 4)',
    'range(5)[5]',
    'range(5)["a"]',
    'range(5).index(9)',
    'range(3) < range(4)',
    'range(3) + range(3)',
    'range(5)[::0]',
    'range(3)[0] + range(3)',
    'len(range(10 ** 30))',
    'range(5).start()',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
