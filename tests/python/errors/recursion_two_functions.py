def even(n):
    return odd(n + 1)


def odd(n):
    global deepest
    deepest = n
    return even(n + 1)


try:
    even(0)
except RecursionError as e:
    print(e, deepest)
    depth = 0
    while e.__traceback__ and depth < 5000:
        e.__traceback__ = e.__traceback__.tb_next
        depth += 1
    print("frames", depth)
