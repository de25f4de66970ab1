g = (print("evaluated", x) or x for x in [1, 2])

print(repr(sum(x * x for x in range(5))))
print(repr(list(x for x in "ab")))
print(repr(max((len(w), w) for w in ["a", "bbb", "cc"])))
print(repr(dict((k, v) for k, v in [("a", 1)])))
print(repr(set(x % 2 for x in range(5))))
print(repr(tuple(x for x in ())))
print(repr(",".join(str(x) for x in range(3))))
print(repr(any(x > 2 for x in range(4))))
print(repr(all(x > 2 for x in range(4))))
print(repr(next(x for x in [5, 6])))
print(repr(next((x for x in []), "none")))
print(repr(sorted(x * -1 for x in range(3))))
print(repr((x for x in []).__class__.__name__))
print(repr([*(x for x in range(2))]))
print(repr(list(zip((x for x in "ab"), (y for y in range(2))))))
print(repr(sum(sum(r for r in range(n)) for n in range(4))))
print(repr(bytes(x for x in range(3))))
print(repr(next(g)))
print(repr(list(g)))
print(repr(list(g)))
for expression in (
    'next(x for x in [])',
    'sum(1 / x for x in [1, 0])',
    '(x for x in 5)',
    'len(x for x in [1])',
    '(x for x in [1])[0]',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
