import sys
# tracebacks in several shapes, uncaught through finally/else/with/generators/decorators/classes
def deco(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper
class CM:
    def __enter__(self): return self
    def __exit__(self, *a):
        print("exit", a[0].__name__ if a[0] else None)
        return False
@deco
def inner(x, *,
          y=1):
    with CM():
        for i in gen(x):
            print(i)
def gen(x):
    try:
        yield 1
        yield from sub(x)
    finally:
        print("gen finally")
def sub(x):
    yield x
    raise LookupError("from sub",
                      x)
class K:
    def method(self):
        return [inner(v, y=2) for v in (5,)]
    @property
    def prop(self):
        return self.method()
    def __getitem__(self, k):
        return self.prop
try:
    K()["x"]
except LookupError as e:
    import traceback
    traceback.print_exc()
    tb = e.__traceback__
    while tb: print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_code.co_qualname); tb = tb.tb_next
exec("def g():\n    return undefined_thing\n")
try: g()
except NameError: traceback.print_exc()
try: eval("1/0 + a")
except ZeroDivisionError: traceback.print_exc()
(lambda: K()["y"])()
