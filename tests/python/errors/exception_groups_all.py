import traceback
def show(f):
    try: f()
    except BaseException as e: traceback.print_exc()
def eg1():
    try: raise ExceptionGroup("a", [ValueError("v"), TypeError("t"), OSError("o")])
    except* ValueError as e: print("V", e.exceptions)
    except* TypeError as e: raise KeyError("new") from e
def eg2():
    try: raise ValueError("plain")
    except* ValueError as e: print(repr(e)); raise
def eg3():
    try:
        try: raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [ValueError(2), TypeError(3)])])
        except* TypeError as e: raise
    except* ValueError as e: print(e.exceptions)
def eg4():
    errs = []
    for i in range(3):
        try: 1 / (i - i)
        except ZeroDivisionError as e: e.add_note(f"i={i}"); errs.append(e)
    raise ExceptionGroup("many", errs)
def eg5():
    raise BaseExceptionGroup("base", [KeyboardInterrupt(), SystemExit(3)])
def eg6():
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError: 1 / 0
def eg7():
    try: raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* (ValueError, TypeError) as e: print(e)
    else: print("else")
    finally: print("finally")
def eg8():
    try: pass
    except* ValueError: pass
    else: print("else")
def eg9():
    try: raise TypeError("x")
    except* ValueError: print("no")
def eg10():
    try: raise ExceptionGroup("x", [ValueError()])
    except* ExceptionGroup: pass
def eg11():
    try: raise ExceptionGroup("x", [ValueError()])
    except* 5: pass
def eg12():
    class MyEG(ExceptionGroup):
        def derive(self, excs): return MyEG(self.message, excs)
    try: raise MyEG("mine", [ValueError(1), TypeError(2)])
    except* ValueError as e: print(type(e).__name__, e)
def eg13():
    def deep(n): return ValueError("leaf") if n == 0 else ExceptionGroup(f"level {n}", [deep(n - 1)])
    raise deep(12)
def eg14():
    raise ExceptionGroup("", [ValueError("multi\nline"), ExceptionGroup("x\ny", [KeyError("a\nb")])])
for i in range(1, 15): show(globals()[f"eg{i}"])
e = ExceptionGroup("m", [ValueError(1)])
print(e.message, e.exceptions, e.args, str(e), repr(e), e.split(ValueError), e.subgroup(TypeError), isinstance(e, Exception))
for src in ("try: pass\nexcept* ValueError: break", "for i in x:\n try: pass\n except* ValueError: continue", "def f():\n try: pass\n except* ValueError: return 1", "try: pass\nexcept*: pass", "try: pass\nexcept ValueError: pass\nexcept* TypeError: pass", "try: pass\nexcept* ValueError, TypeError: pass", "try: pass\nexcept ValueError, TypeError: print(1)", "try: pass\nexcept ValueError, TypeError as e: pass", "def f():\n try: pass\n finally: return 1", "try: pass\nexcept: pass\nexcept ValueError: pass"):
    try: compile(src, "<s>", "exec"); print("ok", repr(src))
    except SyntaxError as e: print(repr(src), e)
