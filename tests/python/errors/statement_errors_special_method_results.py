sources = [
    'class A:\n def __init__(self): return 1\nA()',
    'class A:\n def __len__(self): return -1\nlen(A())',
    "class A:\n def __len__(self): return 'a'\nlen(A())",
    'class A:\n def __bool__(self): return 1\nbool(A())',
    'class A:\n def __str__(self): return 1\nstr(A())',
    'class A:\n def __repr__(self): return 1\nrepr(A())',
    'class A:\n def __iter__(self): return 1\niter(A())',
    "class A:\n def __hash__(self): return 'a'\nhash(A())",
    "class A:\n def __index__(self): return 'a'\n[1][A()]",
    "class A:\n def __int__(self): return 'a'\nint(A())",
    'class A:\n def __eq__(self, o): return 1\nhash(A())',
    'class A:\n def __format__(self, s): return 1\nformat(A())',
    'class A:\n def __bytes__(self): return 1\nbytes(A())',
    'class A:\n def __contains__(self): pass\n1 in A()',
    'class A:\n __call__ = 1\nA()()',
]
for source in sources:
    try:
        exec(source, {})
    except Exception as e:
        print(f"{source!r}: {type(e).__name__}: {e}")
    else:
        print(f"{source!r}: fine")
