def numbers():
    yield 1
    raise ValueError("in the generator")


def consume():
    for n in numbers():
        print(n)


consume()
