import builtins

names = sorted(n for n in dir(builtins) if isinstance(getattr(builtins, n), type) and issubclass(getattr(builtins, n), BaseException))
for name in names:
    cls = getattr(builtins, name)
    print(name, "<-", " ".join(base.__name__ for base in cls.__mro__[1:-1]))
