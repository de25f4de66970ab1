import time


class Slow:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("closing", self.name)
        time.sleep(0.1)
        print("closed", self.name)


def scope():
    a = Slow("a")
    b = Slow("b")
    print("leaving the scope")


scope()
print("back")
items = [Slow(i) for i in range(3)]
items.clear()
print("cleared")
x = Slow("x")
x = Slow("y")
print("replaced")
del x
print("deleted")
d = {"k": Slow("in dict")}
d["k"] = None
print("end")
