import time


class Attributes:
    def __getattr__(self, name):
        time.sleep(0.1)
        if name.startswith("no_"):
            raise AttributeError(name)
        return f"computed {name}"

    def __setattr__(self, name, value):
        time.sleep(0.1)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        time.sleep(0.1)
        super().__delattr__(name)

    @property
    def slow(self):
        time.sleep(0.1)
        return "property"

    @slow.setter
    def slow(self, value):
        time.sleep(0.1)
        print("set", value)


class Descriptor:
    def __get__(self, instance, owner):
        time.sleep(0.1)
        return "descriptor"

    def __set__(self, instance, value):
        time.sleep(0.1)
        print("descriptor set", value)

    def __set_name__(self, owner, name):
        time.sleep(0.1)
        print("named", name)


class Hooked:
    d = Descriptor()

    def __getattribute__(self, name):
        time.sleep(0.1)
        return super().__getattribute__(name)

    def __init_subclass__(cls):
        time.sleep(0.1)
        print("subclass", cls.__name__)


class Sub(Hooked):
    pass


a = Attributes()
print(a.x, hasattr(a, "no_y"), getattr(a, "no_z", "default"), a.slow)
a.y = 1
a.slow = 5
print(a.y)
del a.y
print(a.y)
h = Sub()
print(h.d)
h.d = 3
print([getattr(o, "slow") for o in (a, a)], sorted([a, a], key=lambda o: o.key))
