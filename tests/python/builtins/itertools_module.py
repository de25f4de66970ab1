from itertools import *

print(repr(list(chain("ab", [1]))))
print(repr(list(chain.from_iterable(["ab", "c"]))))
print(repr(list(islice(count(5, 2), 3))))
print(repr(list(islice("abcdef", 2, None, 2))))
print(repr(list(islice(cycle("ab"), 5))))
print(repr(list(repeat(1, 3))))
print(repr(list(accumulate([1, 2, 3]))))
print(repr(list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10))))
print(repr(list(combinations("abc", 2))))
print(repr(list(permutations([1, 2, 3], 2))))
print(repr(list(product("ab", [1, 2]))))
print(repr(list(product([0, 1], repeat=2))))
print(repr(list(combinations_with_replacement("ab", 2))))
print(repr(list(compress("abc", [1, 0, 1]))))
print(repr(list(dropwhile(lambda x: x < 2, [1, 2, 1]))))
print(repr(list(takewhile(lambda x: x < 2, [1, 2, 1]))))
print(repr(list(filterfalse(lambda x: x % 2, range(5)))))
print(repr([(k, list(g)) for k, g in groupby("aabbc")]))
print(repr([(k, list(g)) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)]))
print(repr(list(starmap(pow, [(2, 3), (3, 2)]))))
print(repr([list(t) for t in tee([1, 2])]))
print(repr(list(zip_longest("ab", "c", fillvalue="-"))))
print(repr(list(pairwise([1, 2, 3]))))
print(repr(list(batched("abcde", 2))))
print(repr(next(count(1.5))))
print(repr(list(islice([], 3))))
print(repr(len(list(permutations(range(5))))))
print(repr(list(combinations([1], 2))))
print(repr(repr(count(3))))
print(repr(repr(repeat("x", 2))))
for expression in (
    'islice([1], -1)',
    'list(islice([1], 0, 5, 0))',
    'list(chain(5))',
    'count("a")',
    'list(batched("ab", 0))',
    'list(permutations(5))',
    'list(combinations([1], -1))',
    'list(zip_longest(5))',
    'list(starmap(pow, [1]))',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
