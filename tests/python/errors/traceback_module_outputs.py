import traceback, sys
try:
    try: 1/0
    except ZeroDivisionError as e: raise KeyError("k") from None
except KeyError as e:
    traceback.print_exception(e)
    print(traceback.format_exception_only(e))
    print(traceback.format_tb(e.__traceback__))
    te = traceback.TracebackException.from_exception(e)
    print("".join(te.format()), te.exc_type_str)
    print(traceback.extract_tb(e.__traceback__)[0].line)
    traceback.print_exc(limit=1, chain=False)
    traceback.print_exc(file=sys.stdout)
def rec(n): rec(n + 1)
try: rec(0)
except RecursionError as e: traceback.print_exc()
def f(): traceback.print_stack()
f()
print(traceback.format_list(traceback.extract_stack()))
class Weird(Exception):
    def __str__(self): raise ValueError
try: raise Weird
except Weird as e: traceback.print_exc()
class M(Exception):
    __module__ = "some.module"
try: raise M("x")
except M as e: traceback.print_exc()
try: raise ExceptionGroup("eg", [M("y"), ExceptionGroup("a", [ValueError(i) for i in range(20)])])
except ExceptionGroup as e: traceback.print_exc()
e = ValueError("m")
e.__notes__ = ["n1", 5, "x\ny"]
traceback.print_exception(e)
e.__notes__ = "abc"
traceback.print_exception(e)
e.__cause__ = KeyError("cause"); e.__cause__.__context__ = e
traceback.print_exception(e)
