class A:
    x = 1
    def __init__(self): self.y = 2
    def m(self): pass
a = A()

print(repr(hasattr(a, "x")))
print(repr(hasattr(a, "z")))
print(repr(getattr(a, "y")))
print(repr(getattr(a, "z", 5)))
print(repr(getattr(5, "real")))
print(repr(setattr(a, "w", 3)))
print(repr(a.w))
print(repr(vars(a)))
print(repr(delattr(a, "w")))
print(repr(vars(a)))
print(repr([n for n in dir(a) if not n.startswith("__")]))
print(repr([n for n in dir(A) if not n.startswith("__")]))
print(repr("append" in dir([])))
print(repr(vars(A)["x"]))
print(repr(hasattr(int, "bit_length")))
print(repr(getattr("abc", "upper")()))
print(repr([n for n in dir() if n in ("A", "a")]))
print(repr(sorted(vars(A).keys() & {"x", "m"})))
print(repr(dir(type("E", (), {"__dir__": lambda s: ["z"]})())))
print(repr(getattr(A, "m").__name__))
print(repr(vars() is globals()))
for expression in (
    'getattr(a, "nothing")',
    'getattr(a, 5)',
    'getattr(a)',
    'setattr(a, "b")',
    'setattr(5, "x", 1)',
    'delattr(a, "nothing")',
    'vars(5)',
    'vars([])',
    'hasattr(a)',
    'hasattr(a, 1)',
    'dir(1, 2)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
