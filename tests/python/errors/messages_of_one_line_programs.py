# tutorial errors at top level, one per try
import traceback
tests = r'''
while True print('Hello world')
10 * (1/0)
4 + spam*3
'2' + 2
int("abc")
float("x")
[1,2,3][5]
{}["k"]
{}.foo
"abc".foo
None.x
len(5)
"a" * "b"
[1] + (2,)
1 < "a"
range("a")
int([])
"abc"[1.5]
[1]["a"]
{[]: 1}
{1: 2}[[]]
set([[]])
import nosuch
from math import nosuch
math.sqrt(-1)
math.factorial(-1)
math.log(0)
chr(-1)
ord("ab")
"%d" % "a"
"{}".format()
max([])
min()
sum("ab")
sum(["a"])
next(iter([]))
iter(5)
list(5)
dict([1])
dict([(1,2,3)])
dict(5)
tuple(5)
zip(1)
enumerate(5)
map(5)
reversed({1})
sorted([1,"a"])
round("a")
abs("a")
pow(2,-1,4)
divmod(1,0)
1 // 0
1 % 0
1.0 / 0
2 ** "a"
-"a"
~1.5
not_defined
lambda: (yield)
print(1)(2)
5()
"a"()
(1).foo()
[].append()
[].append(1, 2)
[].pop()
[].remove(1)
[].index(1)
{}.popitem()
set().pop()
"".index("a")
"a,b".split("")
"abc".encode("nope")
b"\xff".decode()
"\ud800".encode()
bytes([300])
bytes(-1)
bytearray("a")
int("z", 36), int("9", 8)
int("1", 1)
int(1, 2)
float("nan"), float("1e400"), 1e400
complex("a")
hash([])
hash({})
hash(([],))
isinstance(1, 1)
issubclass(1, int)
type("X", 1, {})
type("X", (int, str), {})
class_ = type("X", (bool,), {})
object().x
object(1)
super()
getattr(1, "x")
setattr(1, "x", 2)
delattr([], "x")
vars(1)
globals()["nope"]
eval("1 +")
exec("x = ")
compile("a b", "<f>", "exec")
__import__("")
input(1, 2)
"a".join([1])
"a".join(1)
"abc".replace("a")
"abc".startswith(1)
"abc".find(1)
"x".zfill("a")
"x".center()
"x".translate(1)
str.upper(1)
list.append(1, 2)
(1, 2).append
(1,2)[0] = 1
"abc"[0] = "x"
del "abc"[0]
del (1,)[0]
range(3)[0] = 1
a, b = 1
a, b = 1, 2, 3
a, *b, c = [1]
*a, *b = [1]
[a, b] = {1}
x = 1; x()
x = 1; x.y = 1
x: int = "a"; x + 1
raise 5
raise ValueError
raise ValueError("a") from 5
raise
assert False
assert 0, "msg"
assert 1 == 2, [1]
import math; math.pi = 3; math.foo
math.floor("a")
math.gcd(1.5)
if 1: pass else: pass
def f(: pass
class A(: pass
x = = 1
"abc
(1, 2
1 + + + 
f(a=1, a=2)
f(**1)
f(*1)
f(a=1, 2)
def f(a=1, b): pass
return 5
yield 5
break
continue
x = yield
nonlocal x
global x; x = 1
del f()
f() = 1
1 = x
"a" = 1
None = 1
True = 1
x + 1 = 2
(a, 1) = 1
for 1 in x: pass
with 1 as 2: pass
import a.b as c.d
from __future__ import nope
async def f(): await
lambda x: = 1
[for x in y]
{1: 2, 3}
{1, 2: 3}
print 1
print "a"
exec "a"
if x = 1: pass
while x = 1: pass
x == 1 = 2
x := 1
(x := 1)
a.b := 1
f(x := 1, y=2)
0777
0xg
1_
1__0
1.e
1e
0b2
0o8
5a
1.5.5
"\x4"
"\u12"
b"é"
f"{x
f"{x!"
f"{}"
  x = 1
x = 1
try: pass
except
else: pass
@
@x
class
def
from x
from x import
from x import (
from x import (a
'''.strip().split("\n")
for t in tests:
    try:
        r = eval(compile(t, "<t>", "single"), {"math": __import__("math")})
    except SystemExit: raise
    except BaseException as e:
        print(f"{t!r:45} {''.join(traceback.format_exception_only(e)).rstrip()}")
