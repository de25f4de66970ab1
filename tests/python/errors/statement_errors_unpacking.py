sources = [
    'a, b = 1',
    'a, b = 1, 2, 3',
    'a, b = [1]',
    'a, *b, c = [1]',
    '(a, b), c = 1, 2',
    'a, b = None',
    'for a, b in [1]: pass',
    'for a, b in [(1, 2, 3)]: pass',
    'a, b = {1}',
    "a, b = 'abc'",
    'a, b = iter([1, 2, 3])',
]
for source in sources:
    try:
        exec(source, {})
    except Exception as e:
        print(f"{source!r}: {type(e).__name__}: {e}")
    else:
        print(f"{source!r}: fine")
