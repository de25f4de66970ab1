def stubborn():
    try:
        yield 1
    finally:
        raise ValueError("while closing")


g = stubborn()
next(g)
try:
    g.close()
except ValueError as e:
    print("close raised", e)
g = stubborn()
next(g)
del g
print("goes on")


def ignores():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignored")


g = ignores()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
