print(type(1), type("a"), type(None), type([]), type(type), type(len), type(lambda: 0), type(...), type(NotImplemented))
print(type(1) is int, type(True), int.__name__, int.__bases__, bool.__mro__, type.__mro__)
print(isinstance(True, int), isinstance(1, (str, int)), isinstance(1, int | str), issubclass(bool, int), isinstance(None, type(None)))
print(object.__bases__, type(object()), object.__doc__ is not None)
for f in ("isinstance(1, 'int')", "issubclass(1, int)", "isinstance(1, (int, 'x'))", "isinstance('x', (int, 'x'))", "isinstance(1, list[int])"):
    try:
        print(eval(f))
    except TypeError as e:
        print(e)
print(int.__add__(1, 2), (5).__add__(3), int.__add__(1, "a"), str.__len__("abc"), [].__len__(), "a".__eq__(1))
print(int("5").__class__, (1).__class__.__class__)
