class Plugin:
    registry = []

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.name = name or cls.__name__.lower()
        Plugin.registry.append(cls.name)


class First(Plugin):
    pass


class Second(Plugin, name="two"):
    pass


print(Plugin.registry, Second.name)
try:
    class Third(Plugin, unknown=1):
        pass
except TypeError as e:
    print(e)


class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"


print(Generic[int], Generic["x", 1])


class New:
    def __new__(cls, value):
        print("new", value)
        if value < 0:
            return "not an instance"
        return super().__new__(cls)

    def __init__(self, value):
        print("init", value)


print(type(New(1)).__name__, New(-1))


class Meters(float):
    def __new__(cls, value, unit="m"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __repr__(self):
        return f"{float(self)}{self.unit}"


print(Meters(3), Meters(2, "km"), Meters(1) + 1, isinstance(Meters(1), float))


class InstanceCheck(type):
    def __instancecheck__(cls, instance):
        return instance == 3

    def __subclasscheck__(cls, sub):
        return sub is str


class Three(metaclass=InstanceCheck):
    pass


print(isinstance(3, Three), isinstance(4, Three), issubclass(str, Three), issubclass(int, Three))
