def a(n):
    print("  " * n + f"a{n}")
    if n < 3:
        b(n + 1)
    print("  " * n + f"/a{n}")


def b(n):
    print("  " * n + f"b{n}")
    a(n + 1)
    print("  " * n + f"/b{n}")


a(0)
