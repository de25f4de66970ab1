import functools, inspect, types
# help-like introspection used in pages
class A:
    """Doc of A.

    More.
    """
    attr: int = 1
    def method(self, x: int, *, y="a") -> str:
        """Method doc."""
        return ""
    @property
    def p(self) -> int: "p doc"; return 1
    @classmethod
    def cm(cls, a, b=2): "cm doc"
    @staticmethod
    def sm(*args, **kw): pass
    async def am(self): yield 1
print(A.__doc__, inspect.getdoc(A), A.method.__doc__, A.p.__doc__, A.cm.__doc__, A.__name__, A.__qualname__, A.__module__, A.__dict__.keys() >= {"attr", "method"}, A.__annotations__, A.__mro__, A.__bases__, A.__subclasses__(), A.method.__qualname__)
for f in (A, A.method, A().method, A.cm, A.sm, A.am, len, print, functools.partial(A.cm, 1), lambda x, /, y=1, *z, k, **w: 0, int, dict, str.join, "".join, A().am, sorted, isinstance, open, range, aiter, iter, next, max, sum, getattr, Exception):
    try: print(inspect.signature(f))
    except (ValueError, TypeError) as e: print(type(e).__name__, str(e)[:60])
print([n for n, v in inspect.getmembers(A) if not n.startswith("__")], inspect.isasyncgenfunction(A.am), inspect.isdatadescriptor(A.p), inspect.isroutine(len), inspect.ismethoddescriptor(str.join))
sig = inspect.signature(A.method)
for p in sig.parameters.values(): print(p, p.kind, p.default, p.annotation, p.name)
print(sig.return_annotation, sig.replace(return_annotation=int), sig.bind(1, 2).args, repr(sig))
try: sig.bind()
except TypeError as e: print(e)
try: sig.bind(1, 2, 3)
except TypeError as e: print(e)
try: sig.bind(1, 2, z=3)
except TypeError as e: print(e)
print(callable(A), hasattr(A, "p"), getattr(A(), "p"), vars(A()), dir(A())[-5:], type(A).__name__, isinstance(A(), A), issubclass(A, object), id(A) == id(A))
print(types.FunctionType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.MethodType, types.BuiltinFunctionType, types.ModuleType, types.TracebackType, types.NoneType, types.EllipsisType, types.UnionType, types.GenericAlias, types.CodeType, types.CellType, types.MappingProxyType, types.LambdaType)
ns = types.SimpleNamespace(x=1); ns.y = 2; print(ns, ns == types.SimpleNamespace(x=1, y=2)); del ns.x; print(ns)
m = types.MethodType(lambda self: self, 5); print(m(), m.__self__)
d = types.DynamicClassAttribute; print(d.__name__)
gen = (i for i in ()); print(isinstance(gen, types.GeneratorType), inspect.isgenerator(gen), inspect.getgeneratorstate(gen))
