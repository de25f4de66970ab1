import re

print(repr(re.match(r"(\d+)-(\w+)", "12-ab").groups()))
print(repr(re.search(r"b+", "aabbb").span()))
print(repr(re.findall(r"\d+", "a1b22c333")))
print(repr(re.findall(r"(\w)(\d)", "a1b2")))
print(repr(re.sub(r"\s+", " ", "a  b \n c")))
print(repr(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world")))
print(repr(re.sub("a", lambda m: m[0].upper(), "banana", count=2)))
print(repr(re.split(r"[,;]\s*", "a, b;c")))
print(repr(re.split(r"(-)", "a-b-c")))
print(repr(re.fullmatch(r"a*", "aaa") is not None))
print(repr(re.match("x", "abc")))
print(repr([m.start() for m in re.finditer("a", "banana")]))
print(repr(re.compile(r"(?P<year>\d{4})").match("2024").groupdict()))
print(repr(re.escape("a.b*c")))
print(repr(re.search(r"(?i)HELLO", "say hello")[0]))
print(repr(re.findall(r"^\w", "a\nb", re.M)))
print(repr(re.match(r".*", "a\nb").group()))
print(repr(re.match(r".*", "a\nb", re.S).group()))
print(repr(re.subn("a", "b", "aaa")))
print(repr(re.search(r"(a)|(b)", "b").groups()))
print(repr(re.search(r"a{2,3}?", "aaaa").group()))
print(repr(re.findall(r"(?<=@)\w+", "me@home you@work")))
print(repr(re.findall(r"\b\w", "hello big world")))
print(repr(re.search(r"(\w)\1", "hello").group()))
print(repr(re.sub(r"(?P<n>\d)", r"<\g<n>>", "a1")))
print(repr(re.match(r"(?:a|b)+", "abba").end()))
print(repr(re.findall(r"[^\W\d_]+", "ab1_é中")))
print(repr(repr(re.match("a", "abc"))))
print(repr(re.compile("a+", re.I)))
print(repr(re.match(r"(a)(b)?", "a").group(1, 2)))
print(repr(re.findall(r"(?x) a  b # comment", "ab")))
print(repr(re.search(r"x*", "aaa").span()))
for expression in (
    're.compile("(")',
    're.compile("[a")',
    're.compile("*a")',
    're.compile("a{2,1}")',
    're.compile(r"\\1")',
    're.match("a", 5)',
    're.match("a", "a").group(1)',
    're.sub("(a", "b", "c")',
    're.compile("(?P<a>x)(?P<a>y)")',
    're.compile(r"(?<=a*)b")',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
