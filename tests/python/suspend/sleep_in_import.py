import importlib.abc
import importlib.util
import sys
import time


class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        print("loading", module.__name__)
        time.sleep(0.2)
        exec("import time\ntime.sleep(0.1)\nvalue = 42\ndef f():\n    time.sleep(0.1)\n    return value", module.__dict__)


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.startswith("slow_"):
            time.sleep(0.1)
            return importlib.util.spec_from_loader(name, Loader())


sys.meta_path.insert(0, Finder())
import slow_one
from slow_two import f
print(slow_one.value, f())
import slow_one as again
print(again is slow_one)


def inside():
    import slow_three
    return slow_three.f()


print(inside())
