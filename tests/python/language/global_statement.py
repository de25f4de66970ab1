x = "module"


def read():
    return x


def write():
    global x, created
    x = "written"
    created = "new"


def local():
    x = "local"
    return x


print(read(), local(), x)
write()
print(read(), x, created)


def nested():
    x = "enclosing"

    def inner():
        global x
        x = "from nested"
        return x
    return inner(), x


print(nested(), x)


class C:
    global y
    y = "set in a class body"
    x = x + " (class)"


print(y, C.x, x)
print("y" in globals(), "read" in globals(), "nothing" in globals())
