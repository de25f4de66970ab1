s = {1, 2, 3, 3}
print(s, len(s), 2 in s)
s.add(4)
s.discard(1)
print(s, s | {9}, s & {2, 3}, s - {2}, s ^ {4, 5})
f = frozenset([1, 2])
print(f, f | {3}, {f: "可以作键"}[frozenset([2, 1])])
try:
    f.add(3)
except AttributeError as e:
    print(e)
