class Temperature:
    def __init__(self, celsius=0):
        self._celsius = celsius

    @property
    def celsius(self):
        """The temperature in degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("too cold")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("deleting")
        self._celsius = 0

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    absolute = property(lambda self: self._celsius + 273.15, doc="kelvin")


t = Temperature(25)
print(t.celsius, t.fahrenheit, t.absolute)
t.celsius = 30
print(t.celsius, t.fahrenheit)
del t.celsius
print(t.celsius)
try:
    t.celsius = -300
except ValueError as e:
    print(e)
for action in ("t.fahrenheit = 1", "del t.fahrenheit", "t.celsius.x = 1"):
    try:
        exec(action)
    except AttributeError as e:
        print(e)
print(Temperature.celsius.__doc__, Temperature.absolute.__doc__, type(Temperature.celsius).__name__)
print(Temperature.celsius.fget(t), Temperature.fahrenheit.fset)
t.__dict__["celsius"] = "shadow"
print(t.celsius)


class Sub(Temperature):
    @property
    def celsius(self):
        return super().celsius + 1000


print(Sub(1).celsius)
