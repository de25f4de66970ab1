sources = [
    'def f(a, a): pass',
    'def f(a=1, b): pass',
    'def f(*): pass',
    'lambda a=1, b: 0',
]
for source in sources:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(repr(source), "|", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else:
        print(repr(source), "| compiles")
