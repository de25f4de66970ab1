sources = [
    'f(a for a in b, c)',
    'f(**k, *a)',
    'f(a=1, b)',
    'f(a=1, a=2)',
    'print(x = 1, y)',
    'f(x=1 for x in y)',
]
for source in sources:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(repr(source), "|", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else:
        print(repr(source), "| compiles")
