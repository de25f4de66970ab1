print(repr("hello".find("l")))
print(repr("hello".find("l", 3)))
print(repr("hello".find("z")))
print(repr("hello".find("")))
print(repr("hello".find("", 10)))
print(repr("hello".rfind("l")))
print(repr("hello".index("e")))
print(repr("hello".rindex("l")))
print(repr("hello".count("l")))
print(repr("hello".count("")))
print(repr("aaa".count("aa")))
print(repr("hello".find("lo", -2)))
print(repr("hello".find("h", -100, 100)))
print(repr("hello".rfind("h", 1)))
print(repr("中文中".find("文")))
print(repr("中文中".rfind("中")))
print(repr("hello".startswith("he")))
print(repr("hello".startswith("lo", 3)))
print(repr("hello".startswith(("x", "h"))))
print(repr("hello".endswith("lo")))
print(repr("hello".endswith(("a", "o"))))
print(repr("hello".endswith("he", 0, 2)))
print(repr("".startswith("")))
print(repr("a".startswith("", 5)))
print(repr("hello".startswith("")))
print(repr("ell" in "hello"))
print(repr("" in ""))
print(repr("x" not in "abc"))
print(repr("中" in "a中"))
print(repr("hello".removeprefix("he")))
print(repr("hello".removesuffix("lo")))
print(repr("hello".removeprefix("x")))
print(repr("hello".replace("l", "L")))
print(repr("hello".replace("l", "L", 1)))
print(repr("aaa".replace("a", "")))
print(repr("abc".replace("", "-")))
print(repr("abc".replace("", "-", 2)))
print(repr("aaa".replace("aa", "b")))
print(repr("hello".replace("x", "y")))
print(repr("a.b.c".replace(".", "", -1)))
print(repr("abab".replace("ab", "xyz", count=1)))
for expression in (
    '"hello".index("z")',
    '"hello".rindex("z")',
    '"hello".find(1)',
    '"hello".find()',
    '"hello".count(None)',
    '1 in "abc"',
    '"a".replace("a")',
    '"a".replace("a", 1)',
    '"a".startswith(1)',
    '"a".startswith(["a"])',
    '"a".endswith((1,))',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
