import time


def pause(value=None):
    time.sleep(0.01)
    return value


class Descriptor:
    def __set_name__(self, owner, name):
        print("named", pause(name), owner.__name__)

    def __get__(self, instance, owner):
        return pause("got from " + ("instance" if instance else "class"))

    def __set__(self, instance, value):
        print("set", pause(value))

    def __delete__(self, instance):
        print("delete", pause())


class NonData:
    def __get__(self, instance, owner):
        return pause("non-data")


class Base:
    d = Descriptor()
    n = NonData()

    def __getattr__(self, name):
        if pause(name).startswith("no"):
            raise AttributeError(name)
        return name.upper()

    def __setattr__(self, name, value):
        pause()
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        pause()
        object.__delattr__(self, name)

    @property
    def p(self):
        return pause("property")

    @p.setter
    def p(self, value):
        print("p =", pause(value))

    @p.deleter
    def p(self):
        print("del p", pause())

    @classmethod
    def c(cls):
        return pause(cls.__name__)

    @staticmethod
    def s():
        return pause("static")


class Hooked(Base):
    def __getattribute__(self, name):
        pause()
        return super().__getattribute__(name)


for cls in Base, Hooked:
    x = cls()
    print(x.d, cls.d, x.n, x.p, x.c(), x.s(), x.other, hasattr(x, "nothing"), getattr(x, "no", "default"), hasattr(x, "some"))
    x.d = 1
    x.p = 2
    x.v = 3
    x.v += 1
    print(x.v, vars(x))
    del x.d, x.p, x.v
    setattr(x, "w", pause(5))
    print(x.w, cls.__mro__[0].__name__)
    delattr(x, "w")
    try:
        x.nope
    except AttributeError as e:
        print("AttributeError", e)


class Meta(type):
    def __getattr__(cls, name):
        return pause(f"meta {name}")

    def __setattr__(cls, name, value):
        pause()
        super().__setattr__(name, value)

    @property
    def mp(cls):
        return pause("meta property")


class WithMeta(metaclass=Meta):
    pass


WithMeta.a = 1
print(WithMeta.a, WithMeta.missing, WithMeta.mp)
match x:
    case Base(p=value, other=o):
        print("matched", value, o)
