class Everything:
    """Doc."""
    __slots__ = ("a", "__weakref__")
    count = 0
    __match_args__ = ("a",)

    def __new__(cls, *args, **kwargs):
        cls.count += 1
        return super().__new__(cls)

    def __init__(self, a=0): self.a = a
    def __repr__(self): return f"E({self.a})"
    def __str__(self): return "str"
    def __bytes__(self): return b"bytes"
    def __format__(self, spec): return f"fmt[{spec}]"
    def __hash__(self): return hash(self.a)
    def __bool__(self): return bool(self.a)
    def __eq__(self, o): return isinstance(o, Everything) and self.a == o.a
    def __lt__(self, o): return self.a < o.a
    def __neg__(self): return Everything(-self.a)
    def __pos__(self): return self
    def __invert__(self): return Everything(~self.a)
    def __abs__(self): return Everything(abs(self.a))
    def __int__(self): return self.a
    def __float__(self): return float(self.a)
    def __complex__(self): return complex(self.a)
    def __index__(self): return self.a
    def __round__(self, n=0): return f"round {n}"
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __len__(self): return 3
    def __contains__(self, x): return x == self.a
    def __reversed__(self): return iter("reversed")
    def __copy__(self): return Everything("copy")
    def __sizeof__(self): return 1
    def __reduce__(self): return (Everything, (self.a,))


import copy
import math
e = Everything(-2)
print(repr(e), str(e), bytes(e), f"{e:x}", "%s %r" % (e, e), bool(e), e == Everything(-2), e != Everything(1), e < Everything(0), sorted([Everything(2), Everything(1)]))
print(-e, +e, ~e, abs(e), int(e), float(e), complex(e), [1, 2, 3][e], hex(e), round(e), round(e, 2), math.trunc(e), math.floor(e), math.ceil(e))
print(len(e), -2 in e, "".join(reversed(e)), copy.copy(e).a, {e: "found"}[Everything(-2)], Everything.count > 5, Everything.__doc__)
