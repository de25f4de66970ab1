class Base:
    def __eq__(self, other):
        print("Base.__eq__")
        return NotImplemented

    def __add__(self, other):
        print("Base.__add__")
        return NotImplemented

    def __radd__(self, other):
        print("Base.__radd__")
        return "base radd"

    def __lt__(self, other):
        print("Base.__lt__")
        return NotImplemented

    def __gt__(self, other):
        print("Base.__gt__")
        return "gt"


class Derived(Base):
    def __radd__(self, other):
        print("Derived.__radd__")
        return "derived radd"

    def __gt__(self, other):
        print("Derived.__gt__")
        return "derived gt"


b, d = Base(), Derived()
print(b + d)
print(d + b)
print(b == d)
print(b < d, d < b)
print(1 + b)
try:
    print(b + b)
except TypeError as e:
    print(e)
