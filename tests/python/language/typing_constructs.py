from typing import NamedTuple, TypedDict, Protocol, Any, Union, Callable, Literal, TypeVar, Generic, runtime_checkable, cast, get_type_hints


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)


class Movie(TypedDict, total=False):
    title: str


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self): pass


T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, value: T):
        self.value = value


print(Point(1), Point(1, 2).norm(), Point(3)._replace(y=1), Point._fields, isinstance(Point(1), tuple))
print(Movie(title="x"), isinstance(File(), Closable), isinstance(5, Closable), Box[int](5).value, Box[int])
print(Union[int, str], Callable[[int], str], Literal["a", 1], Any, cast(int, "x"), T, list[T], int | None)
print(get_type_hints(Point))
