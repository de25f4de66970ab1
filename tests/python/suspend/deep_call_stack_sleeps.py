import time


def deep(n):
    if n == 0:
        time.sleep(0.5)
        return 1
    return deep(n - 1) + 1


def deep_generator(n):
    if n == 0:
        time.sleep(0.1)
        yield "bottom"
    else:
        yield from deep_generator(n - 1)


print(deep(900), list(deep_generator(200)))
print(sorted([3, 1, 2], key=lambda x: deep(50) * x), list(map(lambda x: deep(x), [10, 20])))
