import functools, operator
@functools.lru_cache(maxsize=2)
def cached(x):
    print("computing", x)
    return x * 2

print(repr(functools.reduce(operator.add, [1, 2, 3])))
print(repr(functools.reduce(lambda a, b: a + b, [], "init")))
print(repr(functools.partial(print, "a", sep="-").args))
print(repr(functools.partial(int, base=2)("11")))
print(repr(operator.itemgetter(1)([5, 6])))
print(repr(operator.itemgetter("a", "b")({"a": 1, "b": 2})))
print(repr(operator.attrgetter("real")(5)))
print(repr(operator.methodcaller("split", ",")("a,b")))
print(repr(operator.mul(2, 3)))
print(repr(operator.truediv(1, 2)))
print(repr(operator.contains([1], 1)))
print(repr(operator.neg(5)))
print(repr(operator.not_(0)))
print(repr(operator.concat("a", "b")))
print(repr(operator.index(5)))
print(repr(operator.eq(1, 1.0)))
print(repr(operator.is_(None, None)))
print(repr(operator.countOf([1, 1], 1)))
print(repr(operator.getitem({"a": 1}, "a")))
print(repr(operator.attrgetter("__class__.__name__")(5)))
print(repr(sorted([(1, 2), (0, 3)], key=operator.itemgetter(1))))
print(repr(functools.cmp_to_key(lambda a, b: a - b)(1) < functools.cmp_to_key(lambda a, b: a - b)(2)))
print(repr(operator.iadd([1], [2])))
print(repr(operator.pow(2, 5)))
print(repr(operator.length_hint([1, 2])))
print(repr(operator.truth([])))
print(repr(operator.matmul.__name__))
print(repr(cached(1)))
print(repr(cached(1)))
print(repr(cached(2)))
print(repr(cached(3)))
print(repr(cached(1)))
print(repr(cached.cache_info()))
print(repr(cached.cache_clear()))
print(repr(cached.cache_info()))
for expression in (
    'functools.reduce(operator.add, [])',
    'functools.reduce(operator.add, 5)',
    'operator.itemgetter()',
    'operator.itemgetter(5)([1])',
    'operator.attrgetter("x")(5)',
    'operator.index(1.5)',
    'cached([])',
    'functools.partial()',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
