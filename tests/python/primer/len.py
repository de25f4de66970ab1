print(len("你好"), len([1, 2, 3]), len({"a": 1}), len(range(10)), len(b"\xe4\xbd\xa0"))
try:
    len(5)
except TypeError as e:
    print(e)
