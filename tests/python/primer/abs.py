# 整数、浮点数和复数的绝对值
print(abs(-10))
print(abs(3.14), abs(-3.14))
print(abs(3 + 4j))


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


print(abs(Vector(6, 8)))
