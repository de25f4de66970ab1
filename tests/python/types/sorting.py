pairs = [("b", 1), ("a", 1), ("c", 0), ("d", 1)]
words = "the quick brown fox jumps over the lazy dog".split()
import operator
import functools

print(repr(sorted([3, 1, 2])))
print(repr(sorted("banana")))
print(repr(sorted([3, 1, 2], reverse=True)))
print(repr(sorted(["b", "a", "C"])))
print(repr(sorted(["b", "a", "C"], key=str.lower)))
print(repr(sorted([(2, "a"), (1, "b"), (1, "a")])))
print(repr(sorted([[2], [1, 5], [1]])))
print(repr(sorted({3: 1, 1: 2})))
print(repr(sorted([1.5, 1, True, 0])))
print(repr(sorted([], key=len)))
print(repr(sorted(["aa", "b", "ccc"], key=len, reverse=True)))
print(repr(sorted(range(10), key=lambda x: (x % 3, -x))))
print(repr(sorted([("a", 2), ("b", 1)], key=lambda p: p[1])))
print(repr(sorted(pairs, key=lambda p: p[1])))
print(repr(sorted(pairs, key=lambda p: p[1], reverse=True)))
print(repr(sorted(words, key=operator.methodcaller("upper"))))
print(repr(sorted(words, key=lambda w: (len(w), w))))
print(repr(sorted(pairs, key=operator.itemgetter(1, 0))))
print(repr(max(words, key=len)))
print(repr(min(words, key=len)))
print(repr(sorted((i * 37 % 101 for i in range(40)))))
print(repr(sorted(range(100), key=lambda i: i * 7919 % 97)[:20]))
print(repr(sorted(["10", "9", "1"])))
print(repr(sorted(["10", "9", "1"], key=int)))
print(repr(sorted([2 ** 70, 1, -2 ** 70, 0.5])))
print(repr(sorted([b"b", b"a"])))
print(repr(sorted(map(frozenset, [[1, 2], [3]]), key=len)))
print(repr(sorted([5, 2, 8], key=functools.cmp_to_key(lambda a, b: b - a))))
print(repr([*reversed(sorted("cab"))]))
print(repr(sorted([True, False, True])))
print(repr(sorted(list(range(200, 0, -1)))[:5]))
print(repr(sorted(list(range(50)) + list(range(50, 0, -1)))[:6]))
for expression in (
    'sorted([1, "a"])',
    'sorted([None, 1])',
    'sorted([1j, 2j])',
    'sorted([{}, {}])',
    'sorted([1, 2], key=lambda x: 1 / 0)',
    'sorted(5)',
    'sorted([1], key=5)',
    'sorted([3, [1]])',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
