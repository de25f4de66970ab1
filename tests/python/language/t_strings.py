from string.templatelib import Template, Interpolation

name = "Ada"
t = t"Hello {name!r:>10} and {1 + 1}!"
print(type(t).__name__, t.strings, t.values)
for part in t:
    if isinstance(part, str):
        print("text", repr(part))
    else:
        print("value", part.value, part.expression, part.conversion, repr(part.format_spec))
print(t.interpolations[0])
print((t"a{1}" + t"b{2}").strings)
print(t"".strings, t"{name}".strings)
