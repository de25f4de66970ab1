from collections import namedtuple
P = namedtuple("P", "x y")

print(repr(()))
print(repr((1,)))
print(repr((1, 2)))
print(repr(1))
print(repr((1, (2, 3))))
print(repr(tuple([1, 2])))
print(repr(tuple("ab")))
print(repr(tuple()))
print(repr((1, 2) + (3,)))
print(repr((0,) * 3))
print(repr(2 * (1, 2)))
print(repr((1, 2)[0]))
print(repr((1, 2)[-1]))
print(repr((1, 2, 3)[1:]))
print(repr((1, 2, 3)[::-1]))
print(repr(len((1, 2))))
print(repr(2 in (1, 2)))
print(repr((1, 2, 1).count(1)))
print(repr((1, 2, 1).index(1, 1)))
print(repr((1, 2) == (1, 2)))
print(repr((1, 2) < (1, 3)))
print(repr((1,) < (1, 0)))
print(repr(() < (0,)))
print(repr(hash((1, 2)) == hash((1, 2))))
print(repr({(1, 2): "k"}[1, 2]))
print(repr(bool(())))
print(repr(bool((0,))))
print(repr(repr((1,))))
print(repr(repr(())))
print(repr(str((1, "a"))))
print(repr((1, [2]) == (1, [2])))
print(repr(tuple(x for x in range(3))))
print(repr(sorted((3, 1, 2))))
print(repr(max((1, 2))))
print(repr((*range(2), 5)))
print(repr(tuple({"a": 1})))
print(repr(type((1,))))
print(repr((1, "a", None)))
print(repr(tuple((1, 2)) == (1, 2)))
print(repr(() == []))
print(repr((1, 2) != [1, 2]))
print(repr(P(1, 2)))
print(repr(P(1, 2).x))
print(repr(P(x=1, y=2)._asdict()))
print(repr(P(1, 2)._replace(x=5)))
print(repr(P._fields))
print(repr(P(1, 2) == (1, 2)))
print(repr(P(1, 2)[1]))
print(repr([*P(3, 4)]))
print(repr(P._make([5, 6])))
for expression in (
    '(1, 2)[2]',
    '(1, 2)["a"]',
    '(1, 2).append(3)',
    '(1,) + [2]',
    '(1,) * "a"',
    '(1,) < [1]',
    '(1, 2).index(5)',
    'tuple(5)',
    'tuple(1, 2)',
    'hash(([],))',
    'P(1)',
    'P(1, 2, 3)',
    'P(1, 2).z',
    '(1, "a") < (1, 2)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
