import sys, io
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W()
class S:
    def __str__(self): return "str"
    def __repr__(self): return "repr"

print()
print(1, 2, 3)
print(1, 2, sep="-")
print(1, end="|\n")
print("a", "b", sep="", end="\n")
print(None, True, [1, "a"], {"k": "v"}, (1,), 1.0, 1j, b"b")
print("no newline", end="")
print(*[1, 2], *"ab", sep=", ")
print("é中😀")
print("sep none", "x", sep=None, end=None)
print("to stderr", file=sys.stderr)
print("flush", flush=True)
print("custom", 1, file=w)
print(repr(w.parts))
print(S(), [S()], str(S()), repr(S()))
for expression in (
    'print(1, sep=5)',
    'print(1, end=5)',
    'print(1, foo=5)',
    'print(1, file=5)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
