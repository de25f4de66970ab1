class F:
    def __format__(self, spec): return "spec:" + spec
class G: pass

print(repr(format(5)))
print(repr(format("a", ">5")))
print(repr(format(3.14, ".1f")))
print(repr(format(None)))
print(repr(format([1, 2])))
print(repr(format(255, "x")))
print(repr(format(True, "d")))
print(repr(format("abc", ".2")))
print(repr(format("abc", "<10s") + "|"))
print(repr(format(1e10, ",")))
print(repr(format(0.5, "%")))
print(repr(format(5, "")))
print(repr(format("中", "^6") + "|"))
print(repr(format(-5, "+d")))
print(repr(format(1 + 2j, ".1f")))
print(repr(format("a", "s")))
print(repr(format(7, "03")))
print(repr(format("x", "05")))
print(repr(format(42, "<05")))
print(repr(format(123456, "_")))
print(repr(format(10 ** 6, ",d")))
print(repr(format(2, "5.1f")))
print(repr(format("", "5") + "|"))
print(repr(format("abcdef", "*<8.3")))
print(repr(format(3, "=+5")))
print(repr(format(3.7, "=+8.1f")))
print(repr(format(F(), "abc")))
print(repr(format(F())))
print(repr(f"{F():x y}"))
print(repr("{:z}".format(F())))
print(repr(format(G(), "")[:11]))
for expression in (
    'format(G(), "x")',
    'format(5, "z")',
    'format("a", "d")',
    'format("a", "+")',
    'format("a", "=5")',
    'format("a", ",")',
    'format(5, 5)',
    'format(5, ".2")',
    'format(1.5, "c")',
    'format([], "5")',
    'format(5, "1000000000000000000000")',
    'format(5, "5.5.5")',
    'format("a", ".1.2")',
    'format(1, "#s")',
    'format(5, "%Y")',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
