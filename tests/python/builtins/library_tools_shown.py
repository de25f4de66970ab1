import itertools as it, functools as ft, collections as co, operator as op
print(list(it.chain([1], "ab")), list(it.islice(it.count(5, 2), 3)), list(it.accumulate([1,2,3], op.mul)), list(it.groupby("aabbc"))[0][0], [(k, list(g)) for k, g in it.groupby([1,1,2], key=lambda x: x % 2)])
print(list(it.product("ab", repeat=2)), list(it.permutations([1,2,3], 2))[:3], list(it.combinations("abc", 2)), list(it.combinations_with_replacement("ab", 2)))
print(list(it.zip_longest([1], [2,3], fillvalue=0)), list(it.starmap(pow, [(2,3)])), list(it.takewhile(lambda x: x<2, [1,2,1])), list(it.dropwhile(lambda x: x<2, [1,2,1])), list(it.filterfalse(None, [0,1])), list(it.compress("abc", [1,0,1])), list(it.pairwise("abc")), list(it.batched("abcde", 2)), it.tee([1])[0])
print(it.count(1), it.cycle([1]), it.repeat(1, 2), it.chain([1]))
@ft.lru_cache(maxsize=2)
def sq(x): return x*x
sq(1); sq(2); sq(1); sq(3); print(sq.cache_info(), sq.cache_parameters(), sq.__wrapped__.__name__, sq)
@ft.cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(80), fib.cache_info())
try: sq([])
except TypeError as e: print(e)
p = ft.partial(int, base=2); print(p("101"), p, p.func, p.args, p.keywords)
@ft.singledispatch
def show(x): return "obj"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
print(show(1), show([]), show("a"), show.dispatch(bool))
print(ft.reduce(lambda a, b: a + b, [1,2,3]), ft.reduce(op.add, [], 5))
try: ft.reduce(op.add, [])
except TypeError as e: print(e)
@ft.total_ordering
class T:
    def __init__(s, x): s.x = x
    def __eq__(s, o): return s.x == o.x
    def __lt__(s, o): return s.x < o.x
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2))
class CP:
    @ft.cached_property
    def v(self): print("computing"); return 5
c = CP(); print(c.v, c.v)
def deco(f):
    @ft.wraps(f)
    def w(*a, **k): "w doc"; return f(*a, **k)
    return w
@deco
def named(a, b=1): "doc of named"
print(named.__name__, named.__doc__, named.__wrapped__, named.__module__)
C = co.Counter("abracadabra"); print(C, C.most_common(2), C["z"], C + co.Counter("a"), C - co.Counter("aaaaaaa"), sum(C.values()), C.total(), list(C.elements())[:3])
D = co.defaultdict(list); D["a"].append(1); print(D, D.get("x"), dict(D))
try: co.defaultdict(5)
except TypeError as e: print(e)
O = co.OrderedDict(a=1, b=2); O.move_to_end("a"); print(O, O.popitem(last=False))
d = co.deque([1,2,3], maxlen=3); d.append(4); d.appendleft(0); print(d, d.maxlen); d.rotate(1); print(d, d[0], list(reversed(d)))
try: co.deque().pop()
except IndexError as e: print(e)
try: co.deque()[0]
except IndexError as e: print(e)
P = co.namedtuple("P", "x y", defaults=[5]); p = P(1); print(p, p.x, p._asdict(), p._replace(x=9), P._fields, p == (1, 5), P.__doc__, P._make([3, 4]), P._field_defaults)
try: P()
except TypeError as e: print(e)
try: P(1, 2, 3)
except TypeError as e: print(e)
try: p.x = 3
except AttributeError as e: print(e)
try: co.namedtuple("Q", "a a")
except ValueError as e: print(e)
try: co.namedtuple("Q", "class")
except ValueError as e: print(e)
try: p._replace(z=1)
except (TypeError, ValueError) as e: print(type(e).__name__, e)
M = co.ChainMap({"a": 1}, {"a": 2, "b": 3}); print(M, M["a"], dict(M), M.maps, M.new_child({"z": 1}))
from collections.abc import Iterable, AsyncIterator, AsyncIterable, Mapping, Sequence, Hashable, Coroutine, Awaitable, AsyncGenerator
async def ag(): yield 1
a = ag()
print(isinstance(a, AsyncIterator), isinstance(a, AsyncIterable), isinstance([], Iterable), isinstance({}, Mapping), isinstance("", Sequence), isinstance([], Hashable), issubclass(int, Hashable), isinstance(a, AsyncGenerator))
class AI(AsyncIterator):
    async def __anext__(self): raise StopAsyncIteration
print(isinstance(AI(), AsyncIterable), aiter(AI()))
try: AsyncIterator()
except TypeError as e: print(e)
class Seq(Sequence):
    def __getitem__(s, i): return [1,2,3][i]
    def __len__(s): return 3
s = Seq(); print(list(s), 2 in s, s.index(3), s.count(1), list(reversed(s)))
print(op.itemgetter(1, 0)("ab"), op.attrgetter("real")(5), op.methodcaller("upper")("a"), op.itemgetter(1), op.attrgetter("a.b"))
