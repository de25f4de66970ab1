class Circle:
    def __init__(self, radius):
        self._radius = radius

    @property
    def radius(self):
        """半径"""
        return self._radius

    @radius.setter
    def radius(self, value):
        if value < 0:
            raise ValueError("半径不能为负")
        self._radius = value

    @property
    def area(self):
        return round(3.14159 * self._radius ** 2, 2)


c = Circle(2)
print(c.radius, c.area, Circle.radius.__doc__)
c.radius = 3
print(c.area)
try:
    c.radius = -1
except ValueError as e:
    print(e)
try:
    c.area = 5
except AttributeError as e:
    print(e)
