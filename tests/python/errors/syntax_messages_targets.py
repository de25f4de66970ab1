sources = [
    'a, b += 1',
    '(a) := 1',
    '1 = x',
    'f() = 1',
    'None = 1',
    'x = yield = 1',
    'del f()',
    'del 1',
    'with open(x) as 1: pass',
    'for 1 in x: pass',
    '[x for 1 in y]',
    '(x for x in y) = 1',
    'True = 1',
    'def True(): pass',
    'class None: pass',
    'a = b = ',
]
for source in sources:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(repr(source), "|", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else:
        print(repr(source), "| compiles")
