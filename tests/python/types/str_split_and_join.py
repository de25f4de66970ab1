print(repr("a b  c".split()))
print(repr(" a b ".split()))
print(repr("a,b,,c".split(",")))
print(repr("".split()))
print(repr("".split(",")))
print(repr("a b c".split(None, 1)))
print(repr("a,b,c".split(",", 1)))
print(repr("a,b,c".split(sep=",", maxsplit=-1)))
print(repr("abc".split("abc")))
print(repr("a\tb\nc d".split()))
print(repr("  x  ".split(None, 0)))
print(repr("aXXbXXc".split("XX")))
print(repr("a b  c".rsplit()))
print(repr("a,b,c".rsplit(",", 1)))
print(repr("a b c".rsplit(None, 1)))
print(repr("a,b,c".rsplit(",")))
print(repr(" a  b ".rsplit(None, 1)))
print(repr("a\nb\r\nc\rd\n".splitlines()))
print(repr("a\nb".splitlines(True)))
print(repr("".splitlines()))
print(repr("\n".splitlines()))
print(repr("a\x0bb\x1cc\u2028d".splitlines()))
print(repr("a\n\nb".splitlines(keepends=True)))
print(repr("a-b-c".partition("-")))
print(repr("abc".partition("-")))
print(repr("a-b-c".rpartition("-")))
print(repr("abc".rpartition("-")))
print(repr("".partition("x")))
print(repr(",".join(["a", "b"])))
print(repr("".join("abc")))
print(repr("-".join([])))
print(repr(", ".join({"k": 1})))
print(repr("x".join(("a",))))
print(repr(" ".join(str(i) for i in range(3))))
print(repr("é".join(["中", "a"])))
print(repr("ab".join("12")))
for expression in (
    '"a".split("")',
    '"a".split(1)',
    '"a".partition("")',
    '"a".rpartition(None)',
    '",".join([1])',
    '",".join(["a", None])',
    '",".join(5)',
    '"a".split(",", "x")',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
