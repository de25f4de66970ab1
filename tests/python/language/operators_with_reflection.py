class V:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def install(cls, kind):
    for op in "add sub mul truediv floordiv mod pow matmul lshift rshift and or xor divmod".split():
        def forward(self, other, op=op):
            if isinstance(other, str):
                return NotImplemented
            return f"{self}.{op}({other})"

        def reflected(self, other, op=op):
            return f"{self}.r{op}({other})"

        def in_place(self, other, op=op):
            return f"{self}.i{op}({other})"
        if "f" in kind:
            setattr(cls, f"__{op}__", forward)
        if "r" in kind:
            setattr(cls, f"__r{op}__", reflected)
        if "i" in kind and op != "divmod":
            setattr(cls, f"__i{op}__", in_place)


class Forward(V): pass
class Reflected(V): pass
class InPlace(V): pass
class All(V): pass


install(Forward, "f")
install(Reflected, "r")
install(InPlace, "i")
install(All, "fri")


class Sub(All):
    pass


f, r, i, a, s = Forward("f"), Reflected("r"), InPlace("i"), All("a"), Sub("s")
print(f + r, 1 + r, f - 1, 2 * r, f @ r, f ** 2, 2 ** r, divmod(f, 3), divmod(3, r), f // 1, 1 % r, f << 1, 1 >> r, f & 1, 1 | r, f ^ 1)
print(a + s, s + a, a + a)
x = InPlace("i")
x += 1
print(x)
x = Forward("f")
x += 1
print(x)
x = All("a")
x @= 5
print(x)
for expression in ("f + 'text'", "'text' + f", "r + 1", "i + 1", "1 + i", "f < f", "divmod(i, 1)", "f @ 'x'", "pow(i, 2)", "-f", "~f", "+f", "abs(f)"):
    try:
        print(expression, eval(expression))
    except TypeError as e:
        print(expression, "|", e)


class SubReflected(Forward):
    def __radd__(self, other):
        return "the subclass goes first"


print(f + SubReflected("sub"), SubReflected("sub") + f)
