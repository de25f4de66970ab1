def f():
    return "\d", 1 is 1, () is ()


assert (1, "always true")
print(f()[0])
x = [1, 2] [0, 1] if False else 0
"text"()if False else 0
