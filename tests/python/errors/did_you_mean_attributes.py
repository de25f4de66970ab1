import sys, math, json, traceback, asyncio, collections
for c in ("sys.exit_", "sys.exitt", "math.sqr", "json.dump_", "asyncio.slep", "asyncio.TaskGrup", "collections.dequ", "[].appen", "''.uppr", "(1).rel", "sys.argvs", "sys.stdot", "int.from_byte", "type.mr", "{}.key", "sys.Exit"):
    try: eval(c)
    except AttributeError as e: traceback.print_exc(limit=0); print(e.name, type(e.obj))
def f(): return undefind_nme
undefined_name = 1
try: f()
except NameError as e: print(traceback.format_exception_only(e), traceback.format_exception(e)[-1])
class G:
    color = 1
    def __getattr__(self, n): raise AttributeError(f"no {n}")
try: G().colour
except AttributeError as e: print(e, e.name, type(e.obj)); traceback.print_exc()
class H:
    color = 1
    def __getattr__(self, n): raise AttributeError("x", name="given")
try: H().colour
except AttributeError as e: print(e, e.name, e.obj)
class K:
    @property
    def color(self): return self.colr
try: K().color
except AttributeError as e: print(e, e.name, type(e.obj))
def ga():
    try: getattr(sys, "nope")
    except AttributeError as e: print(e, e.name)
    print(getattr(sys, "nope", 1), hasattr(asyncio, "nope"), getattr(G(), "q", 2), hasattr(G(), "z"))
ga()
