def show(s): return sorted(s)
a, b = {1, 2, 3}, {2, 3, 4}
c = {1, 2, 3}
c.add(4); c.discard(1); c.discard(99); c.remove(2); c.update([5], {6}); c |= {7}; c &= {4, 5, 6, 7}; c -= {4}; c ^= {5, 9}
e = {1, 2}
e.difference_update([1]); e.intersection_update([2, 3]); e.symmetric_difference_update([3])

print(repr(show(a | b)))
print(repr(show(a & b)))
print(repr(show(a - b)))
print(repr(show(a ^ b)))
print(repr(a <= b))
print(repr({2} < a))
print(repr(a >= {1}))
print(repr(a == {3, 2, 1}))
print(repr(a != b))
print(repr(a.isdisjoint({9})))
print(repr(1 in a))
print(repr(9 not in a))
print(repr(len(a)))
print(repr(bool(set())))
print(repr(show(a.union(b, [9]))))
print(repr(show(a.intersection([1, 2], (2,)))))
print(repr(show(a.difference([1]))))
print(repr(show(a.symmetric_difference([1, 9]))))
print(repr(a.issubset(range(5))))
print(repr(a.issuperset([1])))
print(repr(show(a.copy())))
print(repr(set()))
print(repr(set([1, 1])))
print(repr(set("aa")))
print(repr(frozenset([1])))
print(repr({1, 1.0, True}))
print(repr(show({*range(3), 1})))
print(repr(show(c)))
print(repr(c.pop() in (6, 7, 9)))
print(repr(len(c)))
print(repr(c.clear()))
print(repr(c))
print(repr(show({x % 3 for x in range(10)})))
print(repr({frozenset([1]): "f"}[frozenset([1])]))
print(repr(frozenset([1]) == {1}))
print(repr(hash(frozenset([1, 2])) == hash(frozenset([2, 1]))))
print(repr(frozenset("a") | {"b"} == {"a", "b"}))
print(repr(type(frozenset() | set())))
print(repr(type(set() | frozenset())))
print(repr(repr(frozenset())))
print(repr(repr(set())))
print(repr(repr({1})))
print(repr(repr(frozenset({1}))))
print(repr(set([frozenset([1])])))
print(repr({1} in [{1}]))
print(repr(set() == frozenset()))
print(repr(show(e)))
print(repr({1, 2} | {3} == {1, 2, 3}))
print(repr({1}.__or__([1])))
print(repr({1, 2, 3} > {1}))
print(repr({1} < {1}))
print(repr({1} <= {1}))
for expression in (
    '{1}.pop() and set().pop()',
    '{1}.remove(2)',
    '{[]}',
    '{1} | [1]',
    '{1} + {2}',
    '{1}[0]',
    '{1} < [1]',
    'set(5)',
    'set([[]])',
    '{1}.add([])',
    '{1}.add()',
    'frozenset().add(1)',
    'hash({1})',
    '[] in {1}',
    '{1}.update(5)',
    '{1} - 1',
    'set(1, 2)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
