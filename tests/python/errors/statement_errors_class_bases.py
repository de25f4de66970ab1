sources = [
    'class A: __enter__ = None\nwith A(): pass',
    'class A(1): pass',
    'class A(int, str): pass',
    'class A(bool): pass',
    'class A(int, int): pass',
    'class A: pass\nclass B(A): pass\nclass C(A, B): pass',
    'class A(x=1): pass',
    'class A(metaclass=1): pass',
    'class A: __match_args__ = 1\nmatch A():\n case A(1): pass',
]
for source in sources:
    try:
        exec(source, {})
    except Exception as e:
        print(f"{source!r}: {type(e).__name__}: {e}")
    else:
        print(f"{source!r}: fine")
