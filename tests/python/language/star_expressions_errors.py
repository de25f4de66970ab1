def f(*args, **kwargs):
    return args, kwargs


for call in ("f(*1)", "f(*None)", "f(**1)", "f(**[1])", "f(**{1: 2})", "f(**{'a': 1}, a=2)", "f(a=1, **{'a': 2})", "f(*[1], *2)", "print(*5)", "[*1]", "{*1}", "(*1,)", "{**1}", "{**[(1, 2)]}", "dict(**{'a': 1}, a=2)", "len(*[1, 2])", "max(*[])"):
    try:
        print(eval(call))
    except TypeError as e:
        print(call, "|", e)


class Mapping:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        return key * 2


print(f(**Mapping()), {**Mapping()}, dict(Mapping()))


class Iterable:
    def __iter__(self):
        yield 1
        raise ValueError("while unpacking")


try:
    f(*Iterable())
except ValueError as e:
    print(e)
