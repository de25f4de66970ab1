print(repr("hello"[0]))
print(repr("hello"[-1]))
print(repr("hello"[1:3]))
print(repr("hello"[:-1]))
print(repr("hello"[::-1]))
print(repr("hello"[::2]))
print(repr("hello"[10:]))
print(repr("hello"[-100:2]))
print(repr("hello"[3:1]))
print(repr("hello"[4:0:-2]))
print(repr(""[:]))
print(repr("中文字"[1]))
print(repr("a中😀"[2]))
print(repr("a中😀"[::-1]))
print(repr("hello"[True]))
print(repr("hello"[slice(1, 4)]))
print(repr("hello"[None:None]))
print(repr(len("")))
print(repr(len("中文")))
print(repr(len("😀")))
print(repr("abc" + "def"))
print(repr("ab" * 3))
print(repr(3 * "ab"))
print(repr("a" * 0))
print(repr("a" * -1))
print(repr("a" < "b"))
print(repr("a" < "B"))
print(repr("abc" < "abd"))
print(repr("abc" == "abc"))
print(repr("" < "a"))
print(repr("é" > "z"))
print(repr("a" == 1))
print(repr("Z" < "a"))
print(repr("ab" >= "ab"))
print(repr("a" != "b"))
print(repr("中" > "a"))
print(repr("\U0001F600" > "\uffff"))
print(repr(list("abc")))
print(repr(tuple("ab")))
print(repr(sorted("hello")))
print(repr(max("hello")))
print(repr(min("hello")))
print(repr([c for c in "中a"]))
print(repr(list(reversed("abc"))))
print(repr(list(enumerate("ab"))))
print(repr(dict(zip("ab", "cd"))))
print(repr(set("aa")))
print(repr("".join(sorted("bca"))))
print(repr(hash("a") == hash("a")))
print(repr("abc".__len__()))
print(repr("abc".__contains__("b")))
print(repr("abc".__getitem__(1)))
print(repr("abc".__add__("d")))
print(repr("ab".__mul__(2)))
print(repr("a".__eq__("a")))
print(repr("a".__lt__("b")))
for expression in (
    '"abc"[3]',
    '"abc"[-4]',
    '"abc"["a"]',
    '"abc"[1.0]',
    '"abc"[None]',
    '"abc"[::0]',
    '"a" + 1',
    '"a" - "b"',
    '"a" * "b"',
    '"a" * 1.5',
    '"a" < 1',
    '1 + "a"',
    '-"a"',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
