try:
    compile("x = (1,\ny = 2\n", "name.py", "exec")
except SyntaxError as e:
    print(e)
    print(e.msg, e.filename, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset)
    print(e.args)
try:
    eval("1 +")
except SyntaxError as e:
    print(e, e.filename)
try:
    exec("if:")
except SyntaxError as e:
    print(e)
print(repr(SyntaxError("message", ("file", 1, 2, "text"))))
