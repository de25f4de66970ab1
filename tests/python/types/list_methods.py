a = [3, 1, 2]
a.append(4); a.extend([5, 6]); a.extend("xy"); a.insert(0, "first"); a.insert(-1, "before last"); a.insert(100, "end"); a.insert(-100, "start")
b = [5, 2, 9, 1]
c = b.sort()

print(repr(a))
print(repr(len(a)))
print(repr(a.pop()))
print(repr(a.pop(0)))
print(repr(a.pop(-2)))
print(repr(a))
print(repr(a.index(1)))
print(repr(a.index(2, 2)))
print(repr(a.count(3)))
print(repr(a.remove("first")))
print(repr(a))
print(repr(a.reverse()))
print(repr(a))
print(repr(a.copy()))
print(repr(a.copy() is a))
print(repr(a.clear()))
print(repr(a))
print(repr(b))
print(repr(c))
print(repr(b.sort(reverse=True)))
print(repr(b))
print(repr(b.sort(key=lambda x: x % 5)))
print(repr(b))
print(repr(sorted(["b", "A", "c"], key=str.lower)))
print(repr(sorted([(1, "b"), (1, "a"), (0, "c")])))
print(repr(sorted([3, 1, 2], reverse=True)))
print(repr(sorted("cab")))
print(repr(sorted({"b": 1, "a": 2})))
print(repr([1, 2] + [3]))
print(repr([0] * 3))
print(repr([[]] * 2))
print(repr(3 * [1]))
print(repr([1, 2] == [1, 2]))
print(repr([1, 2] < [1, 3]))
print(repr([1] < [1, 0]))
print(repr([] < [0]))
print(repr([1, "a"] == [1, "a"]))
print(repr([2] > [1, 5]))
print(repr(2 in [1, 2]))
print(repr("x" not in [1]))
print(repr(list()))
print(repr(list("ab")))
print(repr(list(range(3))))
print(repr(list({"a": 1})))
print(repr([1, 2, 3].__contains__(2)))
print(repr([*range(2)]))
print(repr(repr([])))
print(repr(repr([1, "a", None, [2]])))
print(repr(str([1.0, True])))
print(repr(bool([])))
print(repr(bool([0])))
print(repr([1, [2, [3]]]))
print(repr(list((1, 2))))
print(repr([None] * 0))
print(repr(max([1, 5, 2])))
print(repr(sum([1, 2])))
print(repr(list(reversed([1, 2, 3]))))
print(repr(list(map(str, [1, 2]))))
print(repr([1, 2, 3].index(3, -1)))
for expression in (
    '[].pop()',
    '[1].pop(1)',
    '[1].pop("a")',
    '[1].remove(2)',
    '[1].index(2)',
    '[1, 2, 1].index(1, 1, 2)',
    '[1].append()',
    '[1].append(1, 2)',
    '[1].extend(5)',
    '[1].insert(1)',
    '[1].insert("a", 1)',
    '[1, "a"].sort()',
    '[1].sort(1)',
    '[1].sort(key=5)',
    'sorted([[], 1])',
    '[1] + (2,)',
    '[1] + 1',
    '[1] * "a"',
    '[1] * [1]',
    '[1] < (1,)',
    'list(5)',
    'hash([])',
    '[1].count()',
    '[3, 1].sort(cmp=1)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
