sources = [
    'def f():\n    nonlocal x',
    'nonlocal x',
    'def f():\n    x = 1\n    global x',
    'def f(x):\n    global x',
    'global x, ',
]
for source in sources:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(repr(source), "|", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else:
        print(repr(source), "| compiles")
