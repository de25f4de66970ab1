# Which keys are hashed and compared, and in what order, when __hash__ and __eq__ are Python's; and what happens when the
# comparison changes the container.
log=[]
class K:
    def __init__(s,n,h=None): s.n=n; s.h=n if h is None else h
    def __hash__(s): log.append(('h',s.n)); return s.h
    def __eq__(s,o):
        log.append(('e',s.n,getattr(o,'n',o)))
        return isinstance(o,K) and s.n==o.n
    def __repr__(s): return f'K{s.n}'
def show(*x):
    global log
    print(*x, log); log=[]
ks=[K(i,i%3) for i in range(12)]
d={}
for k in ks: d[k]=k.n
show('ins')
for k in ks[::2]: show(d[k], k in d, d.get(k), d.get(K(100,1),'no'))
del d[ks[3]]; show('del')
d[ks[3]]=99; show('again', d)
d[K(20,0)]=1; show('new')
show(d.pop(ks[5]), d.pop(K(77,2),'def'))
show(d.setdefault(ks[1],5), d.setdefault(K(33,1),5))
show(d.popitem())
e={K(1):1,K(2):2,K(1):3}; show(e)
show({K(1):1}|{K(1):2}); show({K(1):K(5)}=={K(1):K(5)}); show({K(1):1}!={K(2):1})
e=dict([(K(1),1),(K(2),2),(K(1),5)]); show(e)
e.update({K(1):7}); show(e); e.update([(K(2),8)]); show(e); e|={K(3):3}; show(e)
e=dict.fromkeys([K(1),K(1),K(2)]); show(e)
show(e.keys()&{K(1)}); show(e.keys()-[K(1)]); show(e.keys()|[K(1)]); show(e.keys()^[K(1),K(9)]); show(e.keys()=={K(1),K(2)}); show((K(1),None) in e.items()); show(e.items()&{(K(1),None)}); show(e.keys().isdisjoint([K(5)]))
s=set(ks); show('set',len(s))
for k in ks[::3]: show(k in s, K(k.n,k.h) in s)
s.discard(K(4,1)); show(len(s)); s.add(K(4,1)); show(len(s)); s.remove(K(0,0)); show(len(s))
try: s.remove(K(500,0))
except KeyError as x: show('KeyError',x)
a={K(1),K(2),K(3)}; b={K(2),K(3),K(4)}
show('made')
for f in (lambda:a|b,lambda:a&b,lambda:a-b,lambda:a^b,lambda:a<b,lambda:a<=b,lambda:a==b,lambda:a.isdisjoint(b),lambda:a.union([K(1)]),lambda:a.intersection([K(1),K(9)]),lambda:a.difference([K(1)]),lambda:a.symmetric_difference([K(1),K(1)]),lambda:a.issubset([K(1)]),lambda:a.issuperset([K(1)]),lambda:a.difference({K(1):1}),lambda:a.union({K(1):1})):
    r=f(); n=sorted(x.n for x in r) if isinstance(r,set) else r; show(n)
def ops():
    c=set(a); c|=b; yield c
    c=set(a); c&=b; yield c
    c=set(a); c-=b; yield c
    c=set(a); c^=b; yield c
    c=set(a); c.update([K(1)],(K(7),)); yield c
    c=set(a); c.difference_update([K(1)],[K(2)]); yield c
    c=set(a); c.intersection_update([K(1)]); yield c
    c=set(a); c.symmetric_difference_update([K(1),K(9)]); yield c
    c=set(a); c.difference_update(list(b)*2); yield c
for c in ops(): show(sorted(x.n for x in c))
# mutation during comparison
class M:
    def __init__(s,n): s.n=n
    def __hash__(s): return 1
    def __eq__(s,o):
        global cnt
        cnt+=1
        if cnt==1: act()
        return s is o
def act(): tgt.clear()
cnt=5; tgt={M(1):1,M(2):2}; cnt=0
print(tgt.get(M(3)), cnt, tgt)
cnt=5; tgt={M(1):1,M(2):2}; cnt=0; tgt[M(3)]=3; print(len(tgt),cnt)
cnt=5; tgt={M(1),M(2)}; cnt=0; print(M(3) in tgt, cnt, tgt)
cnt=5; tgt={M(1),M(2)}; cnt=0; tgt.add(M(3)); print(len(tgt),cnt)
def act():
    for i in range(20): tgt[i*10]=i
cnt=5; tgt={M(1):1,M(2):2}; cnt=0; print(tgt.get(M(3)),cnt,len(tgt))
def act(): raise ValueError('x')
cnt=5; tgt={M(1):1,M(2):2}; cnt=0
try: tgt[M(3)]=1
except ValueError as e: print(e, len(tgt))
# eq between int keys and objects
class I:
    def __hash__(s): return 5
    def __eq__(s,o): print('I eq',o); return o==5
d={5:'five'}; print(d[I()], I() in d, {5,1}&{I()}); d[I()]='x'; print(d)
s={I()}; print(5 in s, 5.0 in s, 6 in s)
class S(str):
    def __eq__(s,o): print('S eq'); return str.__eq__(s,o)
    __hash__=str.__hash__
d={S('a'):1}; print(d['a'], 'a' in d, d.get('b')); d['a']=2; print(d, type(list(d)[0]))
class S2(str): pass
d={S2('a'):1}; print(d['a'], d[S2('a')]); d={'a':1}; print(d[S2('a')], d[S('a')])
class N:
    __hash__=None
for f in (lambda:{N():1}, lambda:{N()}, lambda:hash(N()), lambda:{(1,N())}):
    try: f()
    except TypeError as e: print(e)
class E:
    def __eq__(s,o): return True
for f in (lambda:{E():1}, lambda:hash(E())):
    try: f()
    except TypeError as e: print(e)
class BadH:
    def __hash__(s): return 'x'
try: {BadH()}
except TypeError as e: print(e)
class BigH:
    def __hash__(s): return 2**100
print(hash(BigH())==2**100%(2**31-1) or hash(BigH())==2**100%(2**61-1), {BigH():1}!={})
class BoolEq:
    def __init__(s,v): s.v=v
    def __hash__(s): return 1
    def __eq__(s,o): return s.v
class T:
    def __init__(s,x): s.x=x
    def __bool__(s): print('bool'); return s.x
print(len({BoolEq(T(True)),BoolEq(T(True))}), len({BoolEq(T(False)):1,BoolEq(T(False)):2}))
