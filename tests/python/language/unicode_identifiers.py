变量 = 1
é = 2
ñandú = 3
print(变量 + é + ñandú)


def функция(аргумент):
    return аргумент * 2


class Größe:
    höhe = 5


print(функция(4), Größe.höhe, Größe.__name__)
ﬁ = "normalised"
print(fi, "fi" in globals())
print("变量" in globals(), sorted(n for n in globals() if not n.isascii()))
