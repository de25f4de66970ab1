# Containers with __index__ objects, subclasses that override methods, comparison and repr that change the container,
# __length_hint__, and how often __iter__ is asked.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, '|', e)
class I:
    def __init__(s,n): s.n=n
    def __index__(s): print('index',s.n); return s.n
class BadI:
    def __index__(s): return 'x'
class ErrI:
    def __index__(s): raise ValueError('idx')
l=list(range(10)); tp=tuple(l)
def st(o,k,v): o[k]=v; return o
def dl(o,k): del o[k]; return o
for o in (l,tp,'abcdefghij',range(10),b'abcdefghij'):
    t(lambda: o[I(2)]); t(lambda: o[I(1):I(5):I(2)]); t(lambda: o[I(-1)]); t(lambda: o[I(100)]); t(lambda: o[BadI()]); t(lambda: o[ErrI()]); t(lambda: o[BadI():]); t(lambda: o[:ErrI()]); t(lambda: o[::I(0)]); t(lambda: o[I(10**30)]); t(lambda: o[:I(10**30)]); t(lambda: o[::I(-1)])
    t(lambda: o*I(2)); t(lambda: I(1)*o); t(lambda: o*BadI()); t(lambda: o.index(o[3],I(1),I(5))); t(lambda: o.index(o[3],BadI()))
t(lambda: st(l[:],I(1),'x')); t(lambda: st(l[:],slice(I(1),I(3)),'xyz')); t(lambda: st(l[:],slice(I(1),I(5),I(2)),I)); t(lambda: st(l[:],slice(I(1),I(5),I(2)),'ab')); t(lambda: dl(l[:],I(1))); t(lambda: dl(l[:],slice(I(1),None,I(3)))); t(lambda: dl(l[:],I(100))); t(lambda: st(l[:],I(100),1))
t(lambda: l[:].pop(I(0))); t(lambda: l[:].pop(BadI())); t(lambda: (lambda m:(m.insert(I(1),'q'),m))(l[:])); t(lambda: l.index(5,I(-3),I(100))); t(lambda: range(I(3))); t(lambda: range(I(1),I(5),I(2))); t(lambda: range(BadI())); t(lambda: slice(I(1),I(2)).indices(I(5))); t(lambda: enumerate('ab',I(3))); t(lambda: list(enumerate('ab',I(3)))); t(lambda: slice(I(1)) == slice(I(1)))
def im(a,b): a*=b; return a
def ia(a,b): a+=b; return a
t(lambda: im([1],I(2))); t(lambda: im([1],BadI())); t(lambda: im([1],True)); t(lambda: im([1],10**30)); t(lambda: im((1,),I(2)))
class RA:
    def __radd__(s,o): print('radd'); return ('radd',o)
    def __rmul__(s,o): return ('rmul',o)
    def __iter__(s): return iter('zz')
t(lambda: ia([1],RA())); t(lambda: im([1],RA())); t(lambda: [1]+RA()); t(lambda: [1]*RA()); t(lambda: (1,)+RA())
class RN:
    def __radd__(s,o): return NotImplemented
    def __iter__(s): return iter('zz')
t(lambda: ia([1],RN())); t(lambda: [1]+RN())
class L(list):
    def __getitem__(s,i): print('getitem',i); return list.__getitem__(s,i)
    def __len__(s): print('len'); return list.__len__(s)
    def __iter__(s): print('iter'); return list.__iter__(s)
    def __eq__(s,o): print('eq'); return list.__eq__(s,o)
    __hash__=None
    def append(s,x): print('append',x); list.append(s,x)
    def extend(s,x): print('extend'); list.extend(s,x)
x=L([1,2,3])
t(lambda: x); t(lambda: x[0]); t(lambda: len(x)); t(lambda: list(x)); t(lambda: tuple(x)); t(lambda: [*x]); t(lambda: x==[1,2,3]); t(lambda: [1,2,3]==x); t(lambda: x+[4]); t(lambda: [0]+x); t(lambda: x*2); t(lambda: type(x*2)); t(lambda: type(x[:])); t(lambda: x<[2]); t(lambda: 2 in x); t(lambda: x.index(2)); t(lambda: x.copy()); t(lambda: type(x.copy())); t(lambda: (x.sort(),x)); t(lambda: sorted(x)); t(lambda: sum(x)); t(lambda: set(x)); t(lambda: dict.fromkeys(x)); t(lambda: [9][:]+x); t(lambda: (lambda m:(m.extend(x),m))([])); t(lambda: st([0,1],slice(0,1),x)); t(lambda: reversed(x)); t(lambda: list(reversed(x))); t(lambda: ''.join(map(str,x))); t(lambda: x.pop()); t(lambda: bool(x)); t(lambda: max(x)); t(lambda: list(zip(x,x))); t(lambda: [a for a in x]); t(lambda: (lambda a,b:(a,b))(*x))
x.y=5; t(lambda: x.y); t(lambda: x.__dict__)
class T(tuple):
    def __new__(c,*a): print('new',a); return tuple.__new__(c,a)
    def __init__(s,*a): s.z=len(a)
y=T(1,2,3); t(lambda: y); t(lambda: y.z); t(lambda: type(y[:])); t(lambda: type(y+())); t(lambda: type(()+y)); t(lambda: type(y*1)); t(lambda: y==(1,2,3)); t(lambda: hash(y)==hash((1,2,3))); t(lambda: {y:1}[(1,2,3)]); t(lambda: tuple(y)); t(lambda: type(tuple(y))); t(lambda: y.__dict__); t(lambda: setattr(y,'q',1)); t(lambda: y.q)
class P(tuple):
    __slots__=()
    @property
    def x(s): return s[0]
t(lambda: P((1,2)).x); t(lambda: setattr(P((1,)),'a',1))
try:
    class Bad(tuple): __slots__=('a',)
except TypeError as e: print(e)
class D(dict):
    def __getitem__(s,k): print('get',k); return dict.__getitem__(s,k)
    def __iter__(s): print('iter'); return dict.__iter__(s)
    def keys(s): print('keys'); return dict.keys(s)
    def items(s): print('items'); return dict.items(s)
    def __contains__(s,k): print('contains'); return dict.__contains__(s,k)
d=D(a=1,b=2)
t(lambda: d); t(lambda: dict(d)); t(lambda: d['a']); t(lambda: d.get('a')); t(lambda: {**d}); t(lambda: d|{'c':3}); t(lambda: {'c':3}|d); t(lambda: list(d)); t(lambda: 'a' in d); t(lambda: d=={'a':1,'b':2}); t(lambda: dict.fromkeys(d)); t(lambda: (lambda m:(m.update(d),m))({})); t(lambda: sorted(d)); t(lambda: len(d)); t(lambda: d.copy()); t(lambda: (lambda **k:k)(**d)); t(lambda: sorted(set(d))); t(lambda: d.pop('a')); t(lambda: d.setdefault('q',1)); t(lambda: list(d.items()))
class D2(dict):
    def keys(s): print('keys'); return dict.keys(s)
t(lambda: dict(D2(a=1))); t(lambda: {**D2(a=1)})
class S(set):
    def __iter__(s): print('iter'); return set.__iter__(s)
    def __contains__(s,k): print('contains'); return set.__contains__(s,k)
    def add(s,k): print('add')
s=S([1,2]); t(lambda: s); t(lambda: sorted(s)); t(lambda: s|{3}); t(lambda: {3}|s); t(lambda: s&{1}); t(lambda: 1 in s); t(lambda: set(s)); t(lambda: s=={1,2}); t(lambda: s<={1,2}); t(lambda: s.union([5])); t(lambda: list(s)); t(lambda: s.copy()); t(lambda: (s.update([7]),s)); t(lambda: {1}.issubset(s)); s.attr=1; t(lambda: s.__dict__)
# mutation while comparing
class EvilEq:
    def __init__(s,f): s.f=f
    def __eq__(s,o): s.f(); return False
l=[1,2,3]; l[1]=EvilEq(lambda: l.clear()); t(lambda: l.index(3)); l=[1,2,3]; l[1]=EvilEq(lambda: l.clear()); t(lambda: 3 in l); l=[1,2,3]; l[1]=EvilEq(lambda: l.clear()); t(lambda: l.count(3)); l=[1,2,3]; l[1]=EvilEq(lambda: l.append(3)); t(lambda: l.remove(3)); t(lambda: l)
l=[1,2,3]; l[1]=EvilEq(lambda: l.clear()); t(lambda: l==[1,2,3]); l=[1,2,3]; l[1]=EvilEq(lambda: l.clear()); t(lambda: l<[1,2,3]); l=[1,2,3]; l[1]=EvilEq(lambda: l.append(1)); t(lambda: l==[1,2,3])
class TrueEq:
    def __eq__(s,o): l.clear(); return True
l=[TrueEq(),2]; t(lambda: l.remove(5)); t(lambda: l)
class EvilRepr:
    def __repr__(s): l.clear(); return 'evil'
l=[1,EvilRepr(),3]; t(lambda: l); d={1:EvilRepr(),2:3}
class EvilRepr2:
    def __repr__(s): d.clear(); return 'evil'
d={1:EvilRepr2(),2:3}; t(lambda: d)
class RecRepr:
    def __repr__(s): return f'<{r}>'
r=[1]; r.append(RecRepr()); t(lambda: r); r={}; r[1]=RecRepr(); t(lambda: r); r=(1,RecRepr()); t(lambda: r)
class ErrRepr:
    def __repr__(s): raise ValueError('r')
r=[1]; r.append(ErrRepr()); t(lambda: r); t(lambda: r); r[1]=5; t(lambda: r)
class N:
    def __repr__(s): return 5
t(lambda: [N()])
class EvilHash:
    def __hash__(s): s.x.append(1); return 1
t(lambda: list.__class_getitem__(int)); t(lambda: dict[str,int]); t(lambda: list[int]==list[int]); t(lambda: tuple[int,...]); t(lambda: set[int]); t(lambda: type[int]); t(lambda: frozenset[str]); t(lambda: enumerate[int]); t(lambda: list[int]([1,2])); t(lambda: list['x'])
# __length_hint__
class H:
    def __init__(s,h): s.h=h
    def __iter__(s): return iter([1])
    def __length_hint__(s): print('hint'); return s.h
t(lambda: list(H(1))); t(lambda: list(H(-1))); t(lambda: list(H('x'))); t(lambda: list(H(NotImplemented))); t(lambda: tuple(H(-1))); t(lambda: list(H(10**30)))
class HL:
    def __iter__(s): return iter([1])
    def __len__(s): raise TypeError('no')
t(lambda: list(HL()))
class HE:
    def __iter__(s): return iter([1])
    def __len__(s): raise ValueError('no')
t(lambda: list(HE()))
class It2:
    def __iter__(s): print('iter'); return s
    def __next__(s): print('next'); raise StopIteration
for g in (list,tuple,set,frozenset,sorted,dict,dict.fromkeys,lambda i:[].extend(i),lambda i:{}.update(i),lambda i:set().update(i),lambda i:{1}.intersection(i),lambda i:{1}-set(i),lambda i:{1}.difference(i),lambda i:{1}.issubset(i),lambda i:{1}.issuperset(i),lambda i:{1}.isdisjoint(i),lambda i:{1:1}.keys()&i,lambda i:{1:1}.keys()|i,lambda i:st([1],slice(0,1),i),lambda i:ia([1],i), lambda i:list(enumerate(i)), lambda i:list(zip(i)), lambda i:list(map(str,i)), lambda i: list(filter(None,i)), lambda i: 1 in i, lambda i:[*i],lambda i:{*i}, lambda i:list(iter(i)), lambda i: max(i,default=0), lambda i:sum(i), lambda i:any(i), lambda i:''.join(i)):
    t(lambda: g(It2()))
