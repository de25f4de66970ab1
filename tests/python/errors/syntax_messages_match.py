sources = [
    'match x:\n    case 1: pass\n    case a: pass\n    case _: pass',
    'match x:\n    case a | b: pass',
    "match x:\n    case {**rest, 'a': 1}: pass",
]
for source in sources:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as e:
        print(repr(source), "|", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    else:
        print(repr(source), "| compiles")
