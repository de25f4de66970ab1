sources = [
    'x = {1: 2, 3}',
    'x = {1, 2: 3}',
    '{**a for a in b}',
    '[*a for a in b]',
]
for source in sources:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(repr(source), "|", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else:
        print(repr(source), "| compiles")
