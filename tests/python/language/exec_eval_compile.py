x = 10
print(eval("x + 1"), eval("x", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}))
namespace = {}
exec("def f(a):\n    return a * 2\nresult = f(21)", namespace)
print(namespace["result"], namespace["f"](4), "__builtins__" in namespace)
code = compile("a = 1\nb = a + 1", "<made up>", "exec")
exec(code)
print(a, b, code.co_filename, code.co_names)
single = compile("1 + 1", "s", "eval")
print(eval(single))
exec(compile("2 + 2", "s", "single"))
exec(compile("None; 'text'; x", "s", "single"))
exec(compile("for i in range(2): i\n", "s", "single"))


def function():
    y = 1
    exec("y = 2")
    exec("z = 3")
    print(y, "z" in locals())
    return eval("y + 1")


print(function())
try:
    exec("1 / 0")
except ZeroDivisionError as e:
    print(e)
for bad in ("1 +", "x = 1", ""):
    try:
        eval(bad)
    except SyntaxError as e:
        print(repr(bad), e.msg)
print(eval("  1"), eval("(1\n+ 2)"), eval("[i for i in range(3)]"), eval("lambda: x")())
exec("print('from exec'); x = 99")
print(x)
try:
    eval("x", {"__builtins__": {}}), eval("len", {"__builtins__": {}})
except NameError as e:
    print(e)
for args in ((1,), ("x", 1), ("x", {}, 1)):
    try:
        eval(*args)
    except TypeError as e:
        print(e)
