sources = [
    'del undefined',
    'del [1][3]',
    'del (1).real',
    'x = 1; del x.foo',
    'x = (1,); x[0] = 2',
    "x = 'a'; x[0] = 'b'",
    'x = 1; x[0] = 1',
    'x = {}; x[[]] = 1',
    "x = [1]; x['a'] = 1",
    'x = [1, 2]; x[::2] = [1, 2]',
    'x = [1]; x[0:1] = 5',
    'x = range(3); x[0] = 1',
    "x = b'a'; x[0] = 1",
    'None.x = 1',
    '(1).x = 1',
    'object().x = 1',
    'len.x = 1',
    'int.x = 1',
]
for source in sources:
    try:
        exec(source, {})
    except Exception as e:
        print(f"{source!r}: {type(e).__name__}: {e}")
    else:
        print(f"{source!r}: fine")
