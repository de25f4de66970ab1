sources = [
    'from __future__ import no_such_thing',
    'from x import *, a',
    'import a.b as',
    'import',
    'import a as True',
]
for source in sources:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(repr(source), "|", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else:
        print(repr(source), "| compiles")
