group = ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [ValueError(3), KeyError(4)])])
print(group.message, len(group.exceptions), repr(group))
print(str(group))
match, rest = group.split(ValueError)
print(repr(match))
print(repr(rest))
print(repr(group.subgroup(KeyError)), group.subgroup(OSError))
print(repr(group.subgroup(lambda e: isinstance(e, ValueError) and e.args[0] > 1)))
print(repr(group.derive([ValueError("d")])))
for args in (("m",), ("m", []), ("m", [1]), (1, [ValueError()]), ("m", ValueError())):
    try:
        ExceptionGroup(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
try:
    ExceptionGroup("x", [KeyboardInterrupt()])
except TypeError as e:
    print(e)
