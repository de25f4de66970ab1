sources = [
    '0777',
    '1_',
    '1__0',
    '0x',
    '0b12',
    '1.2.3',
    '1e',
    '$',
    'a?b',
    'a ! b',
    '\\',
    'x = \\ 1',
]
for source in sources:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(repr(source), "|", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else:
        print(repr(source), "| compiles")
