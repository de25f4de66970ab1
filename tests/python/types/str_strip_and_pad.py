print(repr("  a b ".strip()))
print(repr("  a ".lstrip()))
print(repr("  a ".rstrip()))
print(repr("xxaxx".strip("x")))
print(repr("abcba".strip("ab")))
print(repr("abc".lstrip("cba")))
print(repr("\t\n a\r\n".strip()))
print(repr("".strip()))
print(repr("中a中".strip("中")))
print(repr("a".strip(None)))
print(repr("mississippi".rstrip("ipz")))
print(repr("\u3000x\u2003".strip()))
print(repr("a".center(5)))
print(repr("ab".center(5)))
print(repr("ab".center(5, "*")))
print(repr("abc".center(6, "-")))
print(repr("a".ljust(3)))
print(repr("a".ljust(3, ".")))
print(repr("a".rjust(3)))
print(repr("a".rjust(3, "0")))
print(repr("abc".center(2)))
print(repr("42".zfill(5)))
print(repr("-42".zfill(5)))
print(repr("+1".zfill(4)))
print(repr("".zfill(2)))
print(repr("abc".zfill(2)))
print(repr("--1".zfill(6)))
print(repr("x".center(4)))
print(repr("xy".center(7)))
print(repr("a\tb".expandtabs()))
print(repr("a\tb".expandtabs(4)))
print(repr("\t".expandtabs(2)))
print(repr("ab\tc\n\td".expandtabs(4)))
print(repr("a\tb".expandtabs(0)))
print(repr("abc\t".expandtabs(3)))
for expression in (
    '"a".center(5, "xy")',
    '"a".center("5")',
    '"a".strip(1)',
    '"a".ljust()',
    '"a".zfill(None)',
    '"a".rjust(3, "")',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
