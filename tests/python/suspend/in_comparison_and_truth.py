import time


def pause(value=None):
    time.sleep(0.01)
    return value


class Value:
    def __init__(self, n):
        self.n = n

    def __bool__(self):
        return pause(self.n > 0)


for name in "lt le gt ge eq ne".split():
    setattr(Value, f"__{name}__", lambda self, other, name=name: pause(Value(eval(f"{self.n} {OPS[name]} {other.n}"))))
OPS = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}
one, two, three = Value(1), Value(2), Value(3)
print([(one < two).n, (one <= two).n, (one > two).n, (one >= two).n, (one == two).n, (one != two).n])
print((one < two < three).n, (one < three < two).n, bool(one < two), not one > two)
print("and" if one < two and two < three else "no", "or" if one > two or two < three else "no")
print((one and two).n, (Value(0) or three).n, "yes" if Value(0) else "no")
n = Value(3)
while n:
    n.n -= 1
print(n.n, [x.n for x in (one, Value(0), two) if x], any([Value(0), one]), all([one, Value(0)]))
assert one, "never"
print(list(filter(None, [Value(0), one]))[0].n, bool(Value(0)))
print(max(one, three, two).n, min([three, one]).n, sorted([three, one, two])[0].n)


class Length:
    def __len__(self):
        return pause(0)


print(bool(Length()), not Length(), [1] if Length() else [2])
