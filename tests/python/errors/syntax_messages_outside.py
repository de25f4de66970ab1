sources = [
    'break',
    'continue',
    'for x in y: break\nelse: break',
    'yield 1',
    'await x',
    'async with x: pass',
    'return',
    'class A:\n    return 1',
    'x = (yield)',
    'lambda: (yield)',
]
for source in sources:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(repr(source), "|", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else:
        print(repr(source), "| compiles")
