sources = [
    'with 1: pass',
    'with open: pass',
    'global_name',
    'x += 1',
    'def f(): x += 1\nf()',
    'for x in None: pass',
    'for x in 1: pass',
    '[x for x in 1]',
    '{**[]}',
    '[*None]',
    'lambda: (yield)',
    'x: undefined_annotation = 1',
    'def f(x: undefined_annotation): pass',
    'def f(x=undefined_default): pass',
    '@undefined_decorator\ndef f(): pass',
    '@3\ndef f(): pass',
    'print(x := 1, x)',
]
for source in sources:
    try:
        exec(source, {})
    except Exception as e:
        print(f"{source!r}: {type(e).__name__}: {e}")
    else:
        print(f"{source!r}: fine")
