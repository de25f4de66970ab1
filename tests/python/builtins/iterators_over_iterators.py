# map, filter, zip, enumerate, reversed over each other and over generators, in everything that takes an iterable; and when
# the things in containers are released.
def f(*a): return a
mk=[lambda: map(str,[1,2,3]), lambda: map(lambda x:str(x),[1,2,3]), lambda: filter(lambda x:x>'0',['1','2']), lambda: filter(None,['','a','b']), lambda: enumerate('ab'), lambda: zip('ab',[1,2]), lambda: reversed(['x','y']), lambda: iter({'k':1,'l':2}), lambda: (c for c in 'pq'), lambda: map(lambda a,b:a+b,'ab','cd'), lambda: zip('ab',(c for c in 'xy')), lambda: enumerate(c for c in 'mn'), lambda: iter(['1','2'].__iter__().__next__, '2'), lambda: reversed(('1','2')), lambda: map(str, map(int, '12')), lambda: filter(str.isdigit, 'a1b2')]
def two(it):
    a,*b=it
    return a,b
for m in mk:
    for g in (list, tuple, lambda i:sorted(set(i)), sorted, lambda i: f(*i), lambda i:[*i], lambda i:sorted({*i}), two, lambda i: 'a' in i, lambda i: next(i), lambda i: (next(i),next(i,'end'),next(i,'end'),next(i,'end')), lambda i: list(zip(i,i)), lambda i: list(enumerate(i)), lambda i: [x for x in i], lambda i: len(list(i)), lambda i: max(i), lambda i: min(i), lambda i:any(i), lambda i:all(i), lambda i: dict.fromkeys(i), lambda i: list(map(repr,i)), lambda i: list(filter(None,i)), lambda i: ''.join(i), lambda i: iter(i) is i, lambda i: sorted(frozenset(i)), lambda i: list(i).index('1'), lambda i: sum(len(x) for x in i), lambda i: (lambda l: (l.extend(i), l))([0]), lambda i: dict(zip(i,range(5))), lambda i: bytes(len(x) for x in i), lambda i: list(map(lambda *a:a,i,i)), lambda i: (lambda l: (l.__setitem__(slice(0,1),i), l))([0,1])):
        try: print(g(m()) if g is not set else sorted(g(m())))
        except Exception as e: print(type(e).__name__, e)
    a=m(); 
    for x in a:
        for y in a: print(x,y)
# stop iteration inside map function ends the map
def stop(x):
    if x==2: raise StopIteration
    return x
print(list(map(stop,[1,2,3])))
def err(x):
    if x==2: raise ValueError('v')
    return x
for g in (list,tuple,set,sum,lambda i:[*i],lambda i:f(*i)):
    try: print(g(map(err,[1,2,3])))
    except ValueError as e: print('VE',e)
m=map(err,[1,2,3]); print(next(m))
try: next(m)
except ValueError: print(next(m))
m=filter(err,[1,2,3]); print(next(m))
try: next(m)
except ValueError: print(next(m))
# reuse of the result tuple
l=list(enumerate('abc')); print(l)
z=zip([1,2,3],[4,5,6]); a=next(z); b=next(z); print(a,b)
seen=[t for t in zip('ab','cd')]; print(seen)
ids=set()
d={1:2,3:4}; print([t for t in d.items()], list(d.items()), list(reversed(d.items())))
x=None
for t in zip('abc','def'):
    if x: print(x,t)
    x=t
s=set()
for t in enumerate('abc'): s.add(t)
print(sorted(s))
for t in zip('ab','cd'): hash(t); s.add(t)
print(len(s), ('a','c') in s, ('b','d') in s)
# deep nesting of iterators
e=iter(range(3))
for i in range(60): e=map(lambda x:x, e)
try: print(list(e))
except RecursionError as x: print('RecursionError')
e=iter(range(3))
for i in range(400): e=enumerate(e)
print(len(str(list(e)))>1000)
class D:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
def g():
    for i,x in enumerate([D(1),D(2)]): print(i,x.n)
g()
l=[D(i) for i in range(3)]; del l[0]; print('-'); l.clear(); print('-')
l=[D(i) for i in range(3)]; l[:]=[]; print('-')
l=[D(i) for i in range(3)]; del l; print('-')
t=tuple(D(i) for i in range(3)); del t; print('-')
d={i:D(i) for i in range(3)}; d.clear(); print('-')
d={i:D(i) for i in range(3)}; del d; print('-')
s={D(i) for i in range(1)}; s.clear(); print('-')
l=[D(i) for i in range(4)]; l[1:3]=[1]; print('-'); del l[::2]; print('-'); l=None
l=[D(5)]; l[0]=1; print('-'); l=[D(6)]; l*=0; print('-'); l=[D(7)]; l.pop(); print('-'); l=[D(8),1]; l.remove(1); l.insert(0,2); l=None
d={1:D(9)}; d[1]=0; print('-'); d={1:D(10)}; d.pop(1); print('-'); d={1:D(11)}; d.update({1:2}); print('-'); d={1:D(12)}; d.popitem(); print('-'); d.setdefault(1,D(13)); d=None
l=[D(i) for i in range(6)]; del l[::2]; print('-'); del l[::-1]; print('-')
l=[D(20),D(21)]; l[0:2]=[]; l=[D(22)]; l[:]=(); print('-'); l=[D(23),D(24)]; l[::1]=[1,2]; print('-'); l=[D(25),D(26)]; l[::-1]=[1,2]; print('end')
