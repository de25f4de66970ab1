from dataclasses import dataclass, field, KW_ONLY, InitVar
from typing import Optional, List, Any, ClassVar
class Other: pass
@dataclass
class A:
    a: int
    b: "Other"
    c: Other
    d: list[int]
    e: int | None
    f: Optional[str]
    g: Any
    h: List[int] = field(default_factory=list)
    i: str = "it's"
    cv: ClassVar[int] = 5
    j: InitVar[int] = 3
    _: KW_ONLY
    k: float = 1.5
    l: None = None
    m: int = field(default=4, init=False)
print(A.__doc__)
@dataclass(init=False)
class B:
    x: int
print(B.__doc__)
@dataclass(init=False)
class C:
    x: int
    def __init__(self, q: str = "5"): pass
print(C.__doc__)
@dataclass
class D:
    "own"
print(D.__doc__)
@dataclass
class E: pass
print(E.__doc__)
@dataclass
class F:
    self: int
    x: object = object
print(F.__doc__)
@dataclass
class G:
    x: undefined
    y: int = None
print(G.__doc__)
