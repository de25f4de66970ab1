class Truthy:
    def __bool__(self):
        print("bool", end=" ")
        return True


class Sized:
    def __init__(self, n): self.n = n
    def __len__(self):
        print("len", end=" ")
        return self.n


for value in (0, 1, -1, 0.0, 0.1, "", "0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, ..., range(0), range(1), b"", b"0", 0j, float("nan"), object, len):
    print(bool(value), end=" ")
print()
print(bool(Truthy()), not Truthy(), bool(Sized(0)), bool(Sized(2)))
print(Truthy() and 1, Sized(0) or "empty", 1 if Sized(1) else 2)
if Truthy():
    print("if")
while Sized(0):
    print("never")
print([x for x in (0, 1, "", "a") if x], all([]), any([]))
