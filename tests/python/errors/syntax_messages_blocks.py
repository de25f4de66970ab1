sources = [
    'class A\n    pass',
    'try:\n    pass',
    'try:\n    pass\nexcept:\n    pass\nexcept ValueError:\n    pass',
    'try:\n    pass\nexcept* ValueError:\n    pass\nexcept TypeError:\n    pass',
    'while True print(1)',
    'else: pass',
    '@\ndef f(): pass',
    'async x',
    'elif x: pass',
]
for source in sources:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(repr(source), "|", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else:
        print(repr(source), "| compiles")
