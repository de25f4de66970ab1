class C:
    def __call__(self): pass

print(repr(callable(len)))
print(repr(callable(int)))
print(repr(callable(lambda: 0)))
print(repr(callable(5)))
print(repr(callable("a".upper)))
print(repr(callable(None)))
print(repr(callable(type)))
print(repr(type(5)))
print(repr(type("a").__name__))
print(repr(type(type)))
print(repr(type(len)))
print(repr(type(int.__add__)))
print(repr(type("X", (), {}).__name__))
print(repr(type("X", (int,), {"a": 1}).a))
print(repr(type("X", (), {})().__class__.__name__))
print(repr(type(5) is int))
print(repr(type(Exception())))
print(repr(type(print)))
print(repr(type(range(1))))
print(repr(type(iter([]))))
print(repr(type({}.keys())))
print(repr(type(x for x in [])))
print(repr(type(zip())))
print(repr(type(enumerate([]))))
print(repr(type(map(str, []))))
print(repr(type(reversed([]))))
print(repr(type(memoryview(b""))))
print(repr(type(property())))
print(repr(type(super)))
print(repr(type(classmethod(len))))
print(repr(type(Ellipsis)))
print(repr(type(slice(1))))
print(repr(type(lambda: 0).__name__))
print(repr(type(type(None))))
print(repr(callable(C())))
print(repr(callable(C)))
print(repr(type(C()).__name__))
print(repr(type(C).__name__))
for expression in (
    'type()',
    'type(1, 2)',
    'type("X", (), {}, 1)',
    'type(1, (), {})',
    'type("X", [], {})',
    'type("X", (1,), {})',
    'callable()',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
