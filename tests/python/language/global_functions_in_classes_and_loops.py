functions = []
for name in ("a", "b"):
    class C:
        value = name

        def get(self, suffix=name):
            return self.value + suffix + name
    functions.append(C().get)
print([f() for f in functions])


def make(n):
    if n == 0:
        return lambda: "zero"
    if n == 1:
        def one():
            return "one"
        return one

    class Many:
        def __call__(self):
            return f"many {n}"
    return Many()


print([make(i)() for i in range(3)], make(2).__class__.__qualname__)
