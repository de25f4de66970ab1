sources = [
    "class A:\n __slots__ = ('a',)\nA().b = 1",
    "class A:\n __slots__ = ('a',)\nA().a",
    "class A:\n __slots__ = ('1',)",
    "class A:\n __slots__ = ('a',)\n a = 1",
    'class A:\n @property\n def p(self): pass\nA().p = 1',
    'class A:\n @property\n def p(self): pass\ndel A().p',
    'from abc import ABC, abstractmethod\nclass A(ABC):\n @abstractmethod\n def f(self): pass\nA()',
    'from abc import ABC, abstractmethod\nclass A(ABC):\n @abstractmethod\n def f(self): pass\n @abstractmethod\n def g(self): pass\nA()',
]
for source in sources:
    try:
        exec(source, {})
    except Exception as e:
        print(f"{source!r}: {type(e).__name__}: {e}")
    else:
        print(f"{source!r}: fine")
