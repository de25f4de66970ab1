code = compile("1 + 2 * 3", "<string>", "eval")
print(eval(code))
exec(compile("for i in range(3):\n    print('第', i, '次')", "<string>", "exec"))
x = 10
print(eval("x ** 2"), eval("x + y", {"x": 1, "y": 2}))
names = {}
exec("def 加(a, b):\n    return a + b", names)
print(names["加"](3, 4))
