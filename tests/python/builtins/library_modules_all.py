import json, random, textwrap, statistics as st, fractions, string, heapq, bisect, copy, io, os, sys, time, math, operator, numbers, reprlib, linecache, keyword, types, inspect, typing
print(json.dumps({"a": [1, 2.5, None, True, "é\n\"", {"b": []}], "z": {}}), json.dumps([1, 2], indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps("é", ensure_ascii=False), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps((1,)), json.dumps(float("nan")), json.dumps([], indent=1), json.dumps({"a": {"b": [1, {"c": 2}]}}, indent=4))
print(json.loads('{"a": [1, 2.0, 1e3, -0, null, true, "\\u00e9\\n"], "b": {}}'), json.loads("5"), json.loads(' [ ] '), json.loads('"\\ud83d\\ude00"'))
for bad in ('{', '[1,', '{"a" 1}', "{'a': 1}", '', 'nul', '[1] 2', '"abc', '{"a":}', '01', '[1,]', '{"a":1,}', '"\\x"', '"\t"', 'NaN', '-', '1.', '[1 2]'):
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), e, e.pos, e.lineno, e.colno)
for bad in (object(), {1, 2}, {(1, 2): 3}, 1j, b"x"):
    try: json.dumps(bad)
    except TypeError as e: print(str(e).split(" at ")[0])
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
print(json.dumps({1, 2}, default=list), json.loads('{"a": 1.5}', parse_float=str, object_hook=lambda d: list(d)), json.loads('[1]', parse_int=float))
class Enc(json.JSONEncoder):
    def default(self, o): return repr(o) if isinstance(o, complex) else super().default(o)
print(json.dumps([1j], cls=Enc))
s = io.StringIO(); json.dump({"a": 1}, s); print(s.getvalue(), json.load(io.StringIO("[1]")))
random.seed(42); print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(100), 5), random.shuffle(x := [1, 2, 3, 4]), x, random.uniform(1, 2), random.gauss(0, 1), random.choices("ab", k=5, weights=[1, 3]), random.randrange(0, 100, 5), random.getrandbits(10), random.expovariate(1), random.betavariate(1, 2), random.triangular(0, 1))
random.seed("text"); print(random.random()); r = random.Random(1); print(r.random(), r.randbytes(3))
try: random.choice([])
except IndexError as e: print(e)
try: random.randint(5, 1)
except ValueError as e: print(e)
try: random.sample([1], 2)
except ValueError as e: print(e)
print(textwrap.wrap("the quick brown fox jumps over the lazy dog", 15), textwrap.fill("aaa bbb ccc", 7), textwrap.dedent("  a\n    b\n  c"), textwrap.indent("a\nb", "> "), textwrap.shorten("hello big world", 12))
print(st.mean([1, 2, 3, 4]), st.median([3, 1, 2]), st.mode("aab"), st.stdev([1, 2, 3, 4]), st.pvariance([1, 2, 3]), st.quantiles([1, 2, 3, 4, 5]), st.fmean([1, 2]), st.geometric_mean([1, 4]), st.harmonic_mean([1, 2]), st.multimode("aabb"))
try: st.mean([])
except st.StatisticsError as e: print(e)
print(fractions.Fraction(1, 3) + fractions.Fraction(1, 6), fractions.Fraction("0.25"), repr(fractions.Fraction(2, 4)), fractions.Fraction(0.1).limit_denominator(10))
print(string.Template("$a ${b} $$").substitute(a=1, b=2), string.ascii_lowercase[:5], string.digits, string.punctuation[:5], string.capwords("a b"))
try: string.Template("$x").substitute()
except KeyError as e: print(repr(e))
h = [3, 1, 2]; heapq.heapify(h); heapq.heappush(h, 0); print(heapq.heappop(h), h, heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(1, "bca"), list(heapq.merge([1, 3], [2])), heapq.heapreplace(h, 9), heapq.heappushpop(h, 0))
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2], 2), (b := [1, 3], bisect.insort(b, 2), b)[2])
a = [[1], 2]; b = copy.copy(a); c = copy.deepcopy(a); a[0].append(9); print(a, b, c)
print(os.path.join("a", "b"), os.path.basename("/x/y.txt"), os.path.splitext("a.tar.gz"), os.path.dirname("/a/b"), os.sep, os.getcwd() != "", os.environ.get("NOPE"), os.path.exists("/nope"))
print(sys.argv[1:], sys.byteorder, sys.maxunicode, sys.getrecursionlimit(), sys.version_info.major, sys.float_info.epsilon, sys.int_info.bits_per_digit if 0 else "", sys.getdefaultencoding(), sys.flags.optimize, "json" in sys.modules, sys.exc_info(), sys.intern("a"), sys.getsizeof(1) > 0, sys.hexversion >> 24)
print(math.pi, math.e, math.inf, math.nan, math.tau, math.sqrt(2), math.hypot(3, 4), math.gcd(12, 18), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.factorial(20), math.isclose(0.1 + 0.2, 0.3), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.log(8, 2), math.log2(8), math.log10(1000), math.exp(1), math.sin(1), math.cos(0), math.atan2(1, 1), math.degrees(math.pi), math.radians(180), math.copysign(1, -0.0), math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.isqrt(17), math.modf(1.5), math.frexp(8), math.ldexp(1, 3), math.dist([0, 0], [3, 4]), math.sumprod([1, 2], [3, 4]), math.nextafter(1, 2), math.ulp(1.0), math.remainder(5, 3), math.fmod(-5, 3), math.erf(1), math.gamma(5), math.isnan(math.nan), math.isinf(-math.inf), math.fma(2, 3, 4))
print(reprlib.repr(list(range(100))), keyword.iskeyword("async"), keyword.softkwlist, isinstance(1, numbers.Number), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
def fn(a, /, b: int, *c, d=4, **e) -> str: "fn doc"
print(inspect.signature(fn), inspect.getdoc(fn), inspect.getfullargspec(fn), inspect.isfunction(fn), inspect.ismethod([].append), inspect.isbuiltin(len), inspect.isclass(int), list(inspect.signature(fn).parameters), inspect.signature(fn).bind(1, 2, d=5).arguments, inspect.getsource(fn), inspect.currentframe().f_lineno, inspect.getmembers(types.SimpleNamespace(z=1))[-1], inspect.getmodule(json) is json, inspect.unwrap(fn) is fn)
buf = io.StringIO("a\nb\nc"); print(buf.readline(), buf.read(), buf.tell(), buf.seek(0), list(buf)); bb = io.BytesIO(b"xyz"); print(bb.read(2), bb.getvalue())
with io.StringIO() as f: print("to buffer", file=f); print(repr(f.getvalue()))
print(typing.get_type_hints(fn), typing.get_origin(list[int]), typing.get_args(dict[str, int]), typing.cast(int, "a"), typing.NamedTuple("N", [("a", int)])(1), typing.TypedDict("T", {"a": int})(a=1), typing.NewType("U", int)(5))
class Emp(typing.NamedTuple):
    name: str
    id: int = 3
print(Emp("x"), Emp.__annotations__, Emp._field_defaults)
@typing.runtime_checkable
class Pr(typing.Protocol):
    def m(self): ...
class Im:
    def m(self): pass
print(isinstance(Im(), Pr), isinstance(1, Pr))
try: Pr()
except TypeError as e: print(e)
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(0)), time.gmtime(0), time.struct_time((2020, 1, 2, 3, 4, 5, 6, 7, 0)).tm_year, time.strptime("2020-01-02", "%Y-%m-%d").tm_yday, time.asctime(time.gmtime(0)), isinstance(time.time(), float), time.monotonic() <= time.monotonic(), time.perf_counter_ns() > 0)
