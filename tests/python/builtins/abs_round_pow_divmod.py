class A:
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __divmod__(self, o): return ("divmod", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __radd__(self, o): return ("radd", o)

print(repr(abs(-5)))
print(repr(abs(5)))
print(repr(abs(-2.5)))
print(repr(abs(3 + 4j)))
print(repr(abs(True)))
print(repr(abs(-2 ** 70)))
print(repr(abs(-0.0)))
print(repr(round(2.5)))
print(repr(round(3.567, 2)))
print(repr(round(1234, -2)))
print(repr(round(2.5, None)))
print(repr(round(7)))
print(repr(pow(2, 3)))
print(repr(pow(2, 3, 5)))
print(repr(pow(2.0, -1)))
print(repr(pow(2, -1)))
print(repr(pow(base=2, exp=3)))
print(repr(pow(3, 4, mod=5)))
print(repr(divmod(17, 5)))
print(repr(divmod(-17, 5)))
print(repr(divmod(1.5, 0.5)))
print(repr(divmod(10 ** 30, 7)))
print(repr(sum([1, 2, 3])))
print(repr(sum([1.5, 2])))
print(repr(sum([], 5)))
print(repr(sum([[1], [2]], [])))
print(repr(sum((0.1,) * 10)))
print(repr(sum(range(100))))
print(repr(sum([True, 2])))
print(repr(sum([1, 2], start=10)))
print(repr(sum([2 ** 60] * 3)))
print(repr(sum([0.1] * 3)))
print(repr(sum([1e308, 1e308, -1e308])))
print(repr(sum([1j, 2])))
print(repr(abs(A())))
print(repr(round(A())))
print(repr(round(A(), 3)))
print(repr(divmod(A(), 2)))
print(repr(pow(A(), 2)))
print(repr(pow(A(), 2, 3)))
print(repr(sum([A()])))
for expression in (
    'abs("a")',
    'abs(None)',
    'round("a")',
    'round(1, "a")',
    'round(1.5, 2.0)',
    'pow("a", 2)',
    'pow(2, 3, 0)',
    'pow(2, 3, 1.5)',
    'divmod("a", 1)',
    'divmod(1, 0)',
    'sum(5)',
    'sum(["a"])',
    'sum(["a"], "")',
    'sum([b"a"], b"")',
    'sum([1, "a"])',
    'sum([[1]])',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
