import contextlib, traceback
@contextlib.contextmanager
def cm(name):
    print("enter", name)
    try:
        yield name
    except KeyError as e:
        print("swallowed", e)
    finally:
        print("exit", name)
with cm("a") as a, cm("b") as b: print(a, b)
with cm("c"): raise KeyError("k")
try:
    with cm("d"): raise ValueError("v")
except ValueError: traceback.print_exc()
@contextlib.contextmanager
def noyield():
    if 0: yield
try:
    with noyield(): pass
except RuntimeError as e: print(e)
@contextlib.contextmanager
def two(): yield 1; yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
@cm("deco")
def f(): print("in f")
f()
with contextlib.ExitStack() as st:
    for n in "xy": st.enter_context(cm(n))
    st.callback(print, "cb")
    @st.push
    def ex(*a): print("pushed", a[0]); return False
    st2 = st.pop_all()
st2.close()
with contextlib.suppress(ZeroDivisionError, KeyError): 1/0
import io
buf = io.StringIO()
with contextlib.redirect_stdout(buf): print("hidden")
print(repr(buf.getvalue()))
with contextlib.closing(open if 0 else io.StringIO("x")) as c: print(c.read())
print(c.closed)
with contextlib.nullcontext(3) as n: print(n)
class C(contextlib.ContextDecorator):
    def __enter__(self): print("CE"); return self
    def __exit__(self, *a): print("CX")
@C()
def g(): print("g")
g()
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self): pass
for bad in (NoExit(), NoEnter(), 5, cm):
    try:
        with bad: pass
    except TypeError as e: print(e)
class RaiseIn:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError("in exit")
try:
    with RaiseIn(): 1/0
except RuntimeError as e: print(repr(e), repr(e.__context__)); traceback.print_exc()
with contextlib.chdir(".") if 0 else contextlib.nullcontext(): pass
try:
    with contextlib.suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except ExceptionGroup as e: print(repr(e))
def early():
    with cm("ret"): return "returned"
print(early())
for i in range(2):
    with cm(i):
        if i == 0: continue
        break
