import sys, atexit
def main():
    print("in main", __name__, sys.argv)
    try:
        value = int("x")
    except ValueError as e:
        print(f"error: {e}", file=sys.stderr)
        print(type(e), e.args, e.__traceback__.tb_lineno, e.__context__, e.__suppress_context__)
    else: print("else")
    finally: print("finally")
    for exc in (ValueError("a"), KeyError("b"), IndexError, OSError("x"), StopIteration(1)):
        try: raise exc
        except (ValueError, KeyError) as e: print("VK", repr(e))
        except LookupError as e: print("L", repr(e))
        except Exception as e: print("E", repr(e))
    try:
        try: 1 / 0
        except ZeroDivisionError as e: raise RuntimeError("wrapped") from e
    except RuntimeError as e: print(repr(e.__cause__), e.__suppress_context__)
    try:
        try: 1 / 0
        finally: [][0]
    except IndexError as e: print(repr(e.__context__))
    class MyErr(Exception):
        def __init__(self, code, msg): super().__init__(msg); self.code = code
        def __str__(self): return f"[{self.code}] {super().__str__()}"
    try: raise MyErr(5, "bad")
    except MyErr as e: print(e, repr(e), e.code, e.args)
    class Empty(Exception): """doc"""
    try: raise Empty
    except Empty as e: print(repr(e), str(e) == "", bool(e.args), Empty.__doc__)
    def cleanup():
        try: return "try"
        finally: print("cleanup")
    print(cleanup())
    e = None
    try: raise ValueError("scoped")
    except ValueError as e: pass
    try: e
    except UnboundLocalError as x: print(x)
    try: raise ValueError("x").with_traceback(None)
    except ValueError as e2: e2.add_note("n1"); e2.add_note("n2"); print(e2.__notes__)
    try: ValueError("x").add_note(5)
    except TypeError as e3: print(e3)
    try: raise "str"
    except TypeError as e4: print(e4)
    try: raise int
    except TypeError as e5: print(e5)
    try:
        try: raise KeyError("a")
        except KeyError: raise
    except KeyError as e6: print("re-raised", e6)
    try:
        try: pass
        except: pass
        raise
    except RuntimeError as e7: print(e7)
    for cls in (ArithmeticError, AssertionError, AttributeError, BaseException, BlockingIOError, BrokenPipeError, BufferError, BytesWarning, ChildProcessError, ConnectionAbortedError, ConnectionError, EOFError, FileExistsError, FloatingPointError, FutureWarning, GeneratorExit, ImportWarning, IsADirectoryError, InterruptedError, KeyboardInterrupt, ModuleNotFoundError, NotADirectoryError, NotImplementedError, OverflowError, PendingDeprecationWarning, PermissionError, ProcessLookupError, PythonFinalizationError, RecursionError, ReferenceError, ResourceWarning, StopAsyncIteration, SyntaxWarning, SystemError, SystemExit, TabError, TimeoutError, UnicodeError, UnicodeWarning, UserWarning, Warning, ZeroDivisionError, EnvironmentError, IOError): print(cls.__name__, cls.__mro__[1].__name__, end="; ")
    print()
    try: open("/no/such")
    except FileNotFoundError as e8: print(e8.filename, e8.strerror)
    try: sys.exit(3)
    except SystemExit as e9: print(e9.code)
    @atexit.register
    def bye(): print("bye")
    atexit.register(print, "first out")
    sys.excepthook_ = 1
    def hook(t, v, tb): print("hook", t.__name__, v); sys.__excepthook__(t, v, tb)
    sys.excepthook = hook
    raise MyErr(1, "final")
if __name__ == "__main__": main()
