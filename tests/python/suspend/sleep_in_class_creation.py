import time


def slow(x):
    time.sleep(0.1)
    return x


class Meta(type):
    def __new__(mcls, name, bases, namespace, **kw):
        time.sleep(0.1)
        print("Meta.__new__", name)
        return super().__new__(mcls, name, bases, namespace)

    def __call__(cls, *args):
        time.sleep(0.1)
        return super().__call__(*args)

    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        time.sleep(0.1)
        return {}


@slow
class A(slow(object), metaclass=slow(Meta), key=slow("word")):
    x = slow(1)
    y = [slow(i) for i in range(2)]

    def __new__(cls, value):
        time.sleep(0.1)
        return super().__new__(cls)

    def __init__(self, value=slow("default")):
        time.sleep(0.1)
        self.value = value

    @slow
    def method(self, arg=slow(5)):
        return arg


a = A(3)
print(a.value, a.method(), A.x, A.y)
print(type("Dynamic", (A,), {"z": slow(1)})(4).value)
