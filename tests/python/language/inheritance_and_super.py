class Base:
    def __init__(self, name):
        print("Base.__init__", name)
        self.name = name

    def hello(self):
        return f"Base hello from {self.name}"

    @classmethod
    def create(cls, name):
        return cls(name)

    @staticmethod
    def helper(x):
        return x * 2


class Child(Base):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def hello(self):
        return super().hello() + f", aged {self.age}"

    @classmethod
    def create(cls, name):
        instance = cls(name, 0)
        return instance

    @staticmethod
    def helper(x):
        return Base.helper(x) + 1


c = Child("Ada", 36)
print(c.hello(), Child.create("Bob").age, Child.helper(5), super(Child, c).hello())
print(isinstance(c, Base), issubclass(Child, Base), Child.__mro__)
print(Child.__base__, Base.__subclasses__())


class Grand(Child):
    pass


print(Grand("G", 1).hello(), Grand.__mro__[1].__name__)
print(super(Child, Grand).helper(4))


class WithoutInit(Base):
    extra = True


print(WithoutInit("w").extra)
