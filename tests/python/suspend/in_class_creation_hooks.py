import time


def pause(value=None):
    time.sleep(0.01)
    return value


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, pause(kw))
        return {}

    def __new__(mcls, name, bases, namespace, **kw):
        print("new", pause(name))
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        print("init", pause(name))
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kw):
        pause()
        return super().__call__(*args, **kw)

    def __instancecheck__(cls, instance):
        return pause(instance == "instance")

    def __subclasscheck__(cls, other):
        return pause(other is int)

    def __contains__(cls, item):
        return pause(item == 1)

    def __iter__(cls):
        return pause(iter("ab"))

    def __len__(cls):
        return pause(2)

    def __repr__(cls):
        return pause(f"<{cls.__name__}>")

    def __getitem__(cls, item):
        return pause(item)


class Base(metaclass=Meta, key=pause("word")):
    def __init_subclass__(cls, /, option=None, **kw):
        print("init_subclass", cls.__name__, pause(option))

    def __class_getitem__(cls, item):
        return pause("class_getitem")

    def __new__(cls, *args):
        pause()
        return super().__new__(cls)

    def __init__(self, x=pause("default")):
        self.x = pause(x)


def decorate(cls):
    print("decorated", pause(cls.__name__))
    return cls


@decorate
@pause
class Sub(Base, option=pause(5)):
    a = pause("in the body")
    print([pause(i) for i in range(2)])
    if pause(True):
        b = a
    def method(self, d=pause("d")) -> pause("annotation"):
        return pause(d)


print(Sub(1).x, Sub().x, Sub().method(), isinstance("instance", Sub), isinstance(1, Sub), issubclass(int, Sub), 1 in Sub, list(Sub), len(Sub), Sub, Sub[3], str(Sub))
Made = Meta("Made", (Base,), {"z": pause(1)})
print(Made.z, Meta.__call__(Made).x, isinstance("x", (int, Sub, str)))


class Entry:
    def __mro_entries__(self, bases):
        return (pause(Base),)


class FromEntry(Entry()):
    pass


print(FromEntry.__bases__, type("T", (), {"__init_subclass__": classmethod(lambda cls: pause())}).__name__)
import abc
import dataclasses
import enum


class Shape(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return pause(hasattr(other, "area"))


class Square:
    area = 1


print(isinstance(Square(), Shape), issubclass(int, Shape))


@dataclasses.dataclass(order=True)
class Point:
    x: int = dataclasses.field(default_factory=lambda: pause(7))
    y: int = 0

    def __post_init__(self):
        self.y = pause(self.x)


print(Point(), Point(1) < Point(2), Point(1) == Point(1))


class Color(enum.Enum):
    RED = pause(1)

    @classmethod
    def _missing_(cls, value):
        return pause(cls.RED)


print(Color(1), Color("unknown"))
