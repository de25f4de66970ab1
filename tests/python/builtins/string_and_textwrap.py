import string, textwrap

print(repr(string.ascii_lowercase))
print(repr(string.digits))
print(repr(string.punctuation))
print(repr(string.whitespace))
print(repr(string.capwords("hello world")))
print(repr(string.Template("$a and ${b}").substitute(a=1, b=2)))
print(repr(string.Template("$x").safe_substitute()))
print(repr(textwrap.wrap("the quick brown fox jumps", 10)))
print(repr(textwrap.dedent("  a\n    b\n")))
print(repr(textwrap.fill("a b c d", 3)))
print(repr(textwrap.indent("a\nb", "> ")))
print(repr(textwrap.shorten("hello big world", 10)))
for expression in (
    'string.Template("$a").substitute()',
    'string.Template("$").substitute()',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
