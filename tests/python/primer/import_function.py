math = __import__("math")
print(math.sqrt(16), math.pi)
path = __import__("os.path", fromlist=["join"])
print(path.join("a", "b"))
try:
    __import__("不存在的模块")
except ModuleNotFoundError as e:
    print(e)
