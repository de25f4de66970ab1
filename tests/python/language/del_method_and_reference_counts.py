class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Noisy("a")
a = None
print("after a")
b = Noisy("b")
alias = b
del b
print("still one reference")
alias = Noisy("c")
print("b is gone")


def scope():
    local = Noisy("local")
    print("in scope")


scope()
items = [Noisy("in list")]
items[0] = None
Noisy("temporary")
print([Noisy("x").name, Noisy("y").name])
d = {"k": Noisy("dict value")}
d.clear()
t = (Noisy("tuple"),)
del t
first, second = Noisy("1"), Noisy("2")
first, second = second, first
print("swapped")
del first
try:
    e = Noisy("exception local")
    raise ValueError(e)
except ValueError as error:
    print(error.args[0].name)
del e
print("end")
