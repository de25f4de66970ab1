print(ascii("你好"), ascii("Python"), repr("你好"))
print(ascii(["苹果", "香蕉"]), str(["苹果", "香蕉"]))
print(repr("换行\n"), ascii("😀"))
