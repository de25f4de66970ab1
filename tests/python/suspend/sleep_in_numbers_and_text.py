import time


class Slow:
    def __getattr__(self, name):
        raise AttributeError(name)


def method(result):
    def f(self, *args):
        time.sleep(0.05)
        return result
    return f


for name, result in {"__add__": "add", "__radd__": "radd", "__iadd__": "iadd", "__mul__": "mul", "__neg__": "neg", "__abs__": "abs", "__int__": 7, "__float__": 1.5,
                     "__index__": 2, "__bool__": False, "__len__": 4, "__str__": "str", "__repr__": "repr", "__format__": "format", "__bytes__": b"bytes", "__call__": "call",
                     "__getitem__": "item", "__setitem__": None, "__delitem__": None, "__contains__": True, "__round__": "round", "__divmod__": "divmod", "__pow__": "pow",
                     "__invert__": "invert", "__complex__": 1j, "__matmul__": "matmul", "__hash__": 5, "__dir__": ["b", "a"], "__sizeof__": 3}.items():
    setattr(Slow, name, method(result))
s = Slow()
print(s + 1, 1 + s, s * 2, -s, abs(s), int(s), float(s), [1, 2, 3][s], bool(s), len(s), str(s), repr(s), f"{s:x}", f"{s!r:>6}", bytes(s), s(), s[0], 5 in s, round(s), divmod(s, 1), s ** 2, ~s, complex(s), s @ s, hash(s), dir(s))
s[0] = 1
del s[0]
x = s
x += 1
print(x, not s, s and 1, s or 2, 1 if s else 2, "%s %r" % (s, s), "{} {:>5}".format(s, "x"), [s], {"k": s}, (s,), range(s), "ab" * s, hex(s), print(s))
while s:
    print("never")
