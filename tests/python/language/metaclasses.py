class Meta(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        print("new", name, [b.__name__ for b in bases], kwargs)
        namespace["added"] = f"by Meta to {name}"
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", name)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args)
        return super().__call__(*args, **kwargs)

    def __prepare__(name, bases, **kwargs):
        print("prepare", name, kwargs)
        return {"prepared": True}

    def __len__(cls):
        return 42

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

    def __contains__(cls, item):
        return item == "x"

    @property
    def meta_property(cls):
        return f"property of {cls.__name__}"

    def __repr__(cls):
        return f"<class {cls.__name__} of Meta>"

    def __iter__(cls):
        return iter([1, 2])


class A(metaclass=Meta, option=1):
    def __init__(self, x):
        self.x = x


class B(A):
    pass


print(A.added, A.prepared, A(5).x, len(A), A["k"], "x" in A, A.meta_property, A, type(B), list(A))
try:
    A(1).meta_property
except AttributeError as e:
    print(e)


class Other(type):
    pass


try:
    class Conflict(A, metaclass=Other):
        pass
except TypeError as e:
    print(e)
Dynamic = type("Dynamic", (list,), {"double": lambda self: [x * 2 for x in self]})
print(Dynamic([1, 2]).double(), Dynamic.__name__, type(Dynamic))


def make(name, bases, namespace):
    return (name, bases, sorted(k for k in namespace if not k.startswith("__")))


class NotAClass(metaclass=make):
    a = 1
    b = 2


print(NotAClass)


class Singleton(type):
    instances = {}

    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]


class S(metaclass=Singleton):
    pass


print(S() is S())
