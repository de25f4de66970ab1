from functools import reduce


class Chatty:
    def __init__(self, n):
        self.left = n

    def __iter__(self):
        print("iter", end=" ")
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left


C = Chatty
print([*C(2)])
print((*C(2), 5))
print({*C(2)})
print(*C(2))
print((lambda *a, **k: a)(*C(2), **{"x": 1}))
a, b = C(2)
print(a, b)
(a, b), c = C(2), 3
print(a, b, c)
a, *b, c = C(4)
print(a, b, c)
*a, = C(2)
print(a)
print(list(C(2)), tuple(C(2)), set(C(2)), sum(C(2)), max(C(2)), min(C(2), key=abs), dict.fromkeys(C(2)), reduce(max, C(2)))
items = []
items.extend(C(2))
items += C(1)
items[:1] = C(2)
print(items)
for test in ("a, b = C(3)", "a, b = C(1)", "a, *b, c = C(1)", "*a, b, c, d = C(2)", "a, b = 5", "a, *b = 5", "[*5]", "print(*5)"):
    try:
        exec(test)
    except (TypeError, ValueError) as e:
        print(test, "->", e)
