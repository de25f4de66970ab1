print(len is __builtins__.len)
len = lambda x: "shadowed"
print(len([1]))
del len
print(len([1]))


def f():
    print = lambda *a: None
    print("never")


f()
import builtins
builtins.added = "a new builtin"
print(added)
builtins.len, keep = (lambda x: "replaced"), builtins.len
print(len([1, 2]))
builtins.len = keep
print(len([1, 2]))
print(type(__builtins__).__name__, __name__)
