import functools


class Data:
    @functools.cached_property
    def value(self):
        print("computing")
        return 42

    @functools.singledispatchmethod
    def kind(self, x):
        return "other"

    @kind.register
    def _(self, x: int):
        return "int"

    partial = functools.partialmethod(lambda self, a, b: (a, b), 1)


d = Data()
print(d.value, d.value, d.__dict__)
del d.value
print(d.value, d.kind(1), d.kind("x"), d.partial(2))
