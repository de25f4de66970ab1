def v(x):
    print("v", x, end="; ")
    return x


print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(v(1) == v(1) != v(2) > v(0))
print(1 < 2 > 0, 1 < 2 in [2], "a" in "ab" in ["ab"])
print(not 1 < 2, not (1 < 2), (1 < 2) < 3, 1 < (2 < 3))
a = b = [1]
print(a is b is not None, a == b == [1], a is not [1])
