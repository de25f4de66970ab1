sources = [
    'match 1:\n case int(1, 2): pass',
    'match 1:\n case str(x=1): pass',
    'match 1:\n case 3(): pass',
]
for source in sources:
    try:
        exec(source, {})
    except Exception as e:
        print(f"{source!r}: {type(e).__name__}: {e}")
    else:
        print(f"{source!r}: fine")
