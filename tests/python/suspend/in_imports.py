import time


def pause(value=None):
    time.sleep(0.01)
    return value


import importlib.abc
import importlib.util
import sys


class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        return pause(None)

    def exec_module(self, module):
        print("loading", pause(module.__name__))
        exec("import time\ntime.sleep(0.01)\nvalue = 42\ndef __getattr__(name):\n    time.sleep(0.01)\n    if name.startswith('_'): raise AttributeError(name)\n    return 'module ' + name", module.__dict__)


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if pause(name).startswith("slow_"):
            return importlib.util.spec_from_loader(name, Loader())


sys.meta_path.insert(0, Finder())
import slow_a
from slow_b import value, computed
import slow_c as c
print(slow_a.value, value, computed, c.value, slow_a.anything)


def inside():
    from slow_d import value as v
    return pause(v)


class Body:
    import slow_e as module


print(inside(), Body.module.value, __import__("slow_f").value, importlib.import_module("slow_g").other)
try:
    import not_there
except ImportError as e:
    print(pause(e))
try:
    from slow_a import _hidden
except ImportError as e:
    print(pause(type(e).__name__))
from slow_h import *
print(value)
