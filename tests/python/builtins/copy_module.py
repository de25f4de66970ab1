import copy
a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
class P:
    def __init__(self): self.x = [1]
p = P()
q, r = copy.copy(p), copy.deepcopy(p)
loop = []; loop.append(loop)

print(repr(b))
print(repr(c))
print(repr(b[1] is a[1]))
print(repr(c[1] is a[1]))
print(repr(copy.copy((1, 2))))
print(repr(copy.deepcopy({"a": {1, 2}})))
print(repr(copy.copy({1: 2})))
print(repr(q.x is p.x))
print(repr(r.x is p.x))
print(repr(r.x))
print(repr(copy.deepcopy(loop)[0] is not loop))
print(repr(copy.copy(5)))
print(repr(copy.deepcopy("a")))
print(repr(type(copy.copy(p)).__name__))
print(repr(copy.replace(type("N", (), {"__replace__": lambda s, **k: k})(), a=1)))
