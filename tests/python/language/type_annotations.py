from typing import Optional
import annotationlib

x: int = 5
y: str
print(x)
try:
    y
except NameError as e:
    print(e)


def f(a: int, b: "str" = "d", *args: float, c: list[int] = [], **kw: dict[str, int]) -> Optional[int]:
    local: int = 1
    return local


print(f.__annotations__)


class C:
    a: int = 1
    b: "C"
    c: list["C"]


print(C.__annotations__, C.a)


def lazy(x: NotDefinedYet):
    return x


print(lazy(1))
try:
    lazy.__annotations__
except NameError as e:
    print(e)
print(annotationlib.get_annotations(lazy, format=annotationlib.Format.STRING))
NotDefinedYet = int
print(lazy.__annotations__)
print(list[int], dict[str, int], int | None, Optional[str], tuple[int, ...])
(z): int = 3
obj = C()
obj.d: int = 4
print(z, obj.d)
