print(eval("(" * 50 + "1" + ")" * 50))
print(eval("[" * 50 + "]" * 50) is not None)
print(eval("-" * 80 + "1"))
print(eval("+".join(["1"] * 2000)))
print(eval("not " * 50 + "True"))
for source in ("(" * 201 + ")" * 201, "[" * 1000 + "]" * 1000):
    try:
        compile(source, "s", "eval")
    except SyntaxError as e:
        print(e.msg)
source = "".join("    " * i + "if True:\n" for i in range(15)) + "    " * 15 + "print('deep')\n"
exec(source)
try:
    exec("".join(" " * i + "if True:\n" for i in range(101)) + " " * 101 + "pass\n")
except IndentationError as e:
    print(e.msg)
exec("".join(" " * i + "for x%d in [%d]:\n" % (i, i) for i in range(19)) + " " * 19 + "print(x0, x18)\n")
try:
    exec("".join(" " * i + "for x%d in [%d]:\n" % (i, i) for i in range(25)) + " " * 25 + "pass\n")
except SyntaxError as e:
    print(e.msg)
