sources = [
    "raise 'text'",
    'raise int',
    'raise ValueError',
    "raise ValueError('x') from 'y'",
    'assert 0',
    "assert 0, 'm'",
    'try:\n 1/0\nexcept 1: pass',
    "try:\n 1/0\nexcept (ValueError, 'x'): pass",
    'try:\n 1/0\nexcept* 1: pass',
    'try:\n 1/0\nexcept* ExceptionGroup: pass',
]
for source in sources:
    try:
        exec(source, {})
    except Exception as e:
        print(f"{source!r}: {type(e).__name__}: {e}")
    else:
        print(f"{source!r}: fine")
