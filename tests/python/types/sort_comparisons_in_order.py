# Sorting: the order of comparisons, what errors leave behind, changes during the sort.
log=[]
class K:
    bad=0
    def __init__(s,k,i): s.k=k; s.i=i
    def __lt__(s,o):
        log.append((s.i,o.i))
        if K.bad and len(log)==K.bad: raise RuntimeError('bad')
        return s.k<o.k
    def __repr__(s): return f'{s.k}.{s.i}'
class R:
    def __init__(s,seed): s.x=seed
    def r(s,n):
        s.x=(s.x*1103515245+12345)&0x7fffffff
        return (s.x>>8)%n
def digest(l):
    h=0
    for a,b in l: h=(h*31+a*7+b)%1000000007
    return len(l),h
for seed in range(60):
    r=R(seed); n=[2,3,10,63,64,65,130,300,700][seed%9]; m=[3,50,1000][r.r(3)]
    ks=[r.r(m) for _ in range(n)]
    mode=r.r(5)
    if mode==1: ks.sort()
    if mode==2: ks.sort(reverse=True)
    if mode==3: ks[:n//2]=sorted(ks[:n//2]); ks[n//2:]=sorted(ks[n//2:])
    A=[K(k,i) for i,k in enumerate(ks)]
    for rev in (False,True):
        log.clear(); x=A[:]; x.sort(reverse=rev); print(seed,n,digest(log),[a.i for a in x][:20])
        log.clear(); y=list(range(n)); y.sort(key=lambda i:A[i],reverse=rev); print(digest(log), y==[a.i for a in x])
    K.bad=r.r(n)+1; log.clear(); x=A[:]
    try: x.sort()
    except RuntimeError as e: print(e,[a.i for a in x][:40], sorted(a.i for a in x)==list(range(n)))
    K.bad=0
# plain errors in the middle: the order left behind
for n in (3,10,40,100,300):
    for p in (1,n//2,n-1):
        r=R(n+p); l=[r.r(1000) for _ in range(n)]; l[p]='x'
        for rev in (0,1):
            q=l[:]
            try: q.sort(reverse=rev)
            except TypeError as e: print(e,q)
        q=l[:]
        try: q.sort(key=lambda v:v if isinstance(v,int) else [v])
        except TypeError as e: print(e,q)
l=[3,1,2]
class Mut:
    def __init__(s,v): s.v=v
    def __lt__(s,o): print(len(lst)); lst.append(99); return s.v<o.v
lst=[Mut(3),Mut(1),Mut(2)]
try: lst.sort()
except ValueError as e: print(e,len(lst), [m.v for m in lst])
class Mut2(Mut):
    def __lt__(s,o): lst.append(1); lst.clear(); return s.v<o.v
lst=[Mut2(3),Mut2(1)]
try: lst.sort(); print('ok')
except ValueError as e: print(e,len(lst))
class Mut3(Mut):
    def __lt__(s,o): lst.clear(); lst.extend([]); lst.sort(); return s.v<o.v
lst=[Mut3(3),Mut3(1)]
try: lst.sort(); print('ok', [m.v for m in lst])
except ValueError as e: print(e,len(lst))
lst=[1,2,3]
try: lst.sort(key=lambda x: lst.append(x) or x)
except ValueError as e: print(e,lst)
try: lst.sort(key=lambda x: 1/0)
except ZeroDivisionError as e: print(e,lst)
print(sorted([3,1,2],key=lambda x:-x), sorted('hello'), sorted({3:1,1:2}), sorted((3,1,2),reverse=True), sorted([1.5,-0.0,0.0,2,True,-1]), sorted([(1,'b'),(1,'a'),(0,'z')]), sorted([[2],[1,5],[1]]))
print(sorted([float('nan'),1.0,float('nan'),0.5]), sorted([2**70,1,-2**70,5,3.5]), sorted(['b','a','ä','é','z'*3,'']), sorted([b'b',b'a']))
nan=float('nan')
r=R(7); l=[float(r.r(50)) if r.r(5) else nan for _ in range(200)]; l.sort(); print(l)
r=R(8); l=[(float(r.r(50)) if r.r(5) else nan, r.r(3)) for _ in range(200)]; l.sort(); print(l)
r=R(9); l=[r.r(10**9)-5*10**8 for _ in range(3000)]; l.sort(); print(l==sorted(l), l[:5], l[-5:]); l.sort(reverse=True); print(l[:5])
l=[(i*7919)%1000 for i in range(1000)]; k=sorted(l,key=lambda x:x%10); print(k[:30], k[500:520]); k=sorted(l,key=lambda x:x%10,reverse=True); print(k[:30])
l=[str((i*7919)%1000) for i in range(1000)]; print(sorted(l)[:20], sorted(l,key=len)[:20], sorted(l,key=len,reverse=True)[:20], sorted(l,key=lambda s:(len(s),s))[:20])
l=[-0.0 if i%3 else 0.0 for i in range(20)]; print(sorted(l)); l=[-0.0 if i%3 else 0.0 for i in range(600)]; print(sorted(l)==l, [str(x) for x in sorted(l)]==[str(x) for x in l])
class G:
    def __init__(s,v): s.v=v
    def __gt__(s,o): print('gt'); return s.v>o.v
print([g.v for g in sorted([G(2),G(1)])])
class P:
    def __lt__(s,o): return NotImplemented
try: sorted([P(),P()])
except TypeError as e: print(e)
class Q:
    def __init__(s,v): s.v=v
    def __lt__(s,o): return [] if s.v>=o.v else [1]
print([g.v for g in sorted([Q(2),Q(1),Q(3)])])
class functools:
    @staticmethod
    def cmp_to_key(f):
        class Q:
            def __init__(s,v): s.v=v
            def __lt__(s,o): return f(s.v,o.v)<0
        return Q
print(sorted([3,1,2],key=functools.cmp_to_key(lambda a,b:b-a)))
class L(list):
    def append(s,x): print('append')
    def __len__(s): return 100
x=L([3,2,1]); x.sort(); print(x, list.__len__(x)); print(sorted(x)); x.extend([1]); x+=[5]; print(x)
print(sorted([True,False,True]), sorted([None,None]) if 0 else '')
print(sorted([('a',1),('a',)]), sorted([(1,),()]) , sorted([(1,2),(1,None)],key=lambda t:t[0]))
