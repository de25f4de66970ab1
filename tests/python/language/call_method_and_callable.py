class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *, twice=False):
        return (x + self.n) * (2 if twice else 1)


add = Adder(5)
print(add(1), add(1, twice=True), callable(add), callable(Adder), callable(1), callable(lambda: 0))
print(list(map(add, range(3))))
add.__call__ = lambda x: "instance attribute is not used"
print(add(0))


class Chain:
    def __init__(self, path=""):
        self.path = path

    def __getattr__(self, name):
        return Chain(f"{self.path}.{name}")

    def __call__(self, *args):
        return Chain(f"{self.path}({', '.join(map(repr, args))})")

    def __getitem__(self, key):
        return Chain(f"{self.path}[{key!r}]")


print(Chain("x").a.b(1, "two")[3].c().path)
try:
    add(1, 2)
except TypeError as e:
    print(e)
