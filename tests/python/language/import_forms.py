import math
import math as m
from math import sqrt, pi as PI
import os.path
import collections.abc as abc
from collections import *
print(math is m, sqrt(16), round(PI, 3), os.path.join("a", "b"), abc.__name__, deque([1]))
import sys
print("math" in sys.modules, sys.modules["math"] is math, math.__name__)


def inside():
    from itertools import count
    return next(count(5))


print(inside(), "count" in globals())
sys.modules["fake"] = m
import fake
print(fake is math)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e)
import types
module = types.ModuleType("made")
exec("x = 1\ndef f(): return x", module.__dict__)
sys.modules["made"] = module
from made import f, x
print(f(), x, module)
try:
    from made import nothing
except ImportError as e:
    print(e)
print(__import__("math").floor(2.7))
