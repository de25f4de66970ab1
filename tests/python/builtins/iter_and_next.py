class Old:
    def __getitem__(self, i):
        if i < 3: return i
        raise IndexError
it = iter([1, 2])
calls = iter([1, 2, 3, 0, 9])

print(repr(next(it)))
print(repr(next(it)))
print(repr(next(it, "default")))
print(repr(next(it, None)))
print(repr(list(iter(Old()))))
print(repr(list(iter(calls.__next__, 0))))
print(repr(iter(it) is it))
print(repr(list(iter("ab"))))
print(repr(list(iter({"a": 1}))))
print(repr(next(iter({5}))))
print(repr(list(iter(range(2)))))
print(repr([next(x) for x in [iter("q")]]))
print(repr(iter([1, 2]).__length_hint__()))
print(repr(type(iter("")).__name__))
print(repr(type(iter(b"")).__name__))
print(repr(type(iter(())).__name__))
print(repr(type(iter(set())).__name__))
print(repr(type(iter(lambda: 0, 0)).__name__))
print(repr(type(iter({}.items())).__name__))
print(repr(type(iter({}.values())).__name__))
for expression in (
    'next(iter([]))',
    'next([1])',
    'next(5)',
    'next()',
    'next(iter([]), 1, 2)',
    'iter(5)',
    'iter()',
    'iter(5, 1)',
    'iter([], 1)',
    'iter(None)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
