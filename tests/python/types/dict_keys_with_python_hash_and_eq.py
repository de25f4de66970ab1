class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, other): return isinstance(other, Key) and self.n == other.n
    def __repr__(self): return f"K{self.n}"
d = {Key(i): i for i in range(10)}
s = {Key(i % 4) for i in range(10)}
class BadHash:
    def __hash__(self): raise ValueError("no hash")
class BadEq:
    def __hash__(self): return 1
    def __eq__(self, other): raise ValueError("no eq")
class OnlyEq:
    def __eq__(self, other): return True
class Small:
    def __hash__(self): return 2 ** 80
class Negative:
    def __hash__(self): return -1

print(repr(d))
print(repr(d[Key(7)]))
print(repr(Key(5) in d))
print(repr(Key(50) in d))
print(repr(d.pop(Key(3))))
print(repr(len(d)))
print(repr(d.get(Key(3), "gone")))
print(repr(list(d)))
print(repr(len(s)))
print(repr(Key(3) in s))
print(repr(sorted(k.n for k in s)))
print(repr(d == {Key(i): i for i in range(10) if i != 3}))
print(repr({Key(1), Key(2)} == {Key(2), Key(1)}))
print(repr({Key(1): 1} | {Key(1): 2}))
print(repr(d.setdefault(Key(8), "x")))
print(repr({1: "int"}.get(Key(1))))
print(repr(hash(Negative())))
print(repr({Small(): 1} != {}))
print(repr(len({OnlyEq: 1})))
for expression in (
    'd[Key(99)]',
    '{BadHash(): 1}',
    '{BadEq(): 1, BadEq(): 2}',
    'BadEq() in {BadEq(): 1}',
    '{OnlyEq(): 1}',
    'BadHash() in set()',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
