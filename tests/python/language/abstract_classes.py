from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name} of {self.area()}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

    @property
    def name(self):
        return "square"


print(Square(3).describe(), isinstance(Square(1), Shape))
try:
    Shape()
except TypeError as e:
    print(e)


class Half(Shape):
    def area(self):
        return 1


try:
    Half()
except TypeError as e:
    print(e)
from collections.abc import Iterable, Sized, Mapping, Sequence, Callable, Hashable, AsyncIterator


class Virtual:
    def __len__(self): return 0
    def __iter__(self): return iter([])
    async def __anext__(self): pass
    def __aiter__(self): return self


print(isinstance(Virtual(), Iterable), isinstance(Virtual(), Sized), isinstance([], Sequence), isinstance({}, Mapping), isinstance(len, Callable), isinstance([], Hashable), isinstance(Virtual(), AsyncIterator))


@Shape.register
class Registered:
    pass


print(issubclass(Registered, Shape), isinstance(Registered(), Shape))
