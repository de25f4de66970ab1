x = "全局"


def function():
    y = "局部"
    return locals()


print(function(), globals()["x"], "function" in globals())
globals()["z"] = "新的"
print(z)
