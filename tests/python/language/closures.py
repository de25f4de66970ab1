def counter(start=0):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def get():
        return count

    return increment, get


increment, get = counter(10)
print(increment(), increment(5), get())
other, other_get = counter()
print(other(), get(), other_get())
print(increment.__closure__[0].cell_contents, increment.__code__.co_freevars, counter.__code__.co_cellvars)
functions = [lambda: i for i in range(3)]
print([f() for f in functions])
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])


def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "changed by inner"
        inner()
        return x
    return middle(), x


print(outer())


def late():
    def f():
        return value
    value = "bound later"
    return f()


print(late())


def delete():
    x = 1

    def f():
        return x
    del x
    try:
        return f()
    except NameError as e:
        return str(e)


print(delete())
