sources = [
    'if x:\nelse:\n    pass',
    'def f():\n    return\n  x = 1',
    'if True:\n\tx = 1\n        y = 2',
]
for source in sources:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(repr(source), "|", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else:
        print(repr(source), "| compiles")
