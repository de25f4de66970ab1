# Thousands of random changes to lists and dicts, and ranges and slices of all kinds, by their checksums.
class R:
    def __init__(s,seed): s.x=seed
    def r(s,n):
        s.x=(s.x*1103515245+12345)&0x7fffffff
        return (s.x>>8)%n
R_=R(99); r=R_.r
def o(n):
    k=r(8)
    if k==0: return None
    if k==1: return -r(n+3)
    if k==2: return r(2*n+5)
    return r(n+1)
def st():
    k=r(6)
    if k<2: return None
    return [1,2,3,-1,-2,-3,5,-7][r(8)]
out=[]
h=0
def log(*a):
    global h
    for x in str(a): h=(h*131+ord(x))%1000000007
l=[]
for i in range(6000):
    n=len(l); k=r(20)
    try:
        if k==0: l.append(r(50))
        elif k==1: l.insert(r(2*n+3)-n,r(50))
        elif k==2: log(l.pop(r(n+2)-1))
        elif k==3: s=slice(o(n),o(n),st()); log(l[s])
        elif k==4: s=slice(o(n),o(n)); l[s]=[r(50) for _ in range(r(6))]
        elif k==5:
            s=slice(o(n),o(n),st()); m=len(l[s]); l[s]=[r(50) for _ in range(m if r(4) else r(6))]
        elif k==6: del l[slice(o(n),o(n),st())]
        elif k==7: l.extend(range(r(5)))
        elif k==8: log(l.index(r(50),r(2*n+3)-n,r(2*n+3)-n))
        elif k==9: log(l.count(r(50)))
        elif k==10: l.remove(r(50))
        elif k==11: l.reverse()
        elif k==12: l*= r(3) if n<40 else 1
        elif k==13: l+=(r(9),r(9))
        elif k==14: log(l[r(2*n+1)-n])
        elif k==15: l[r(2*n+1)-n]=r(50)
        elif k==16: log(tuple(l)[slice(o(n),o(n),st())], range(n)[slice(o(n),o(n),st())])
        elif k==17: log(slice(o(n),o(n),st()).indices(r(20)))
        elif k==18: log(sorted(l), r(50) in l, l<[r(50) for _ in range(3)], l==l[:])
        else: l.sort(reverse=r(2)) if r(4)==0 else log(list(reversed(l)))
    except (IndexError,ValueError) as e: log(type(e).__name__,str(e))
    if n>60: del l[r(30):r(30)+20]
    log(l)
    if i%500==0: print(i,h,l[:10])
d={}
for i in range(8000):
    k=r(16); key=r(40) if r(3) else str(r(40))
    try:
        if k<4: d[key]=r(100)
        elif k==4: del d[key]
        elif k==5: log(d.pop(key))
        elif k==6: log(d.pop(key,None))
        elif k==7: log(d.popitem())
        elif k==8: log(d.setdefault(key,r(9)))
        elif k==9: log(d.get(key))
        elif k==10: log(list(d),list(d.values()),list(d.items()),list(reversed(d)))
        elif k==11: d.update({r(40):1,str(r(40)):2})
        elif k==12: d=d|{r(40):5}
        elif k==13: log(d==dict(d.items()), len(d), key in d, d.copy())
        elif k==14: d.update(zip('abc',range(3)))
        elif r(20)==0: d.clear()
    except KeyError as e: log('KeyError',str(e))
    log(d)
    if i%500==0: print(i,h,len(d))
for i in range(300):
    a={r(20):r(3) for _ in range(r(10))}; b={r(20):r(3) for _ in range(r(10))}
    log(sorted(a.keys()&b.keys()),sorted(a.keys()|b),sorted(a.keys()-b.keys()),sorted(a.keys()^b.keys()),sorted(a.items()&b.items()),sorted(a.items()^b.items()),sorted(a.items()-b.items()),a.keys()<b.keys(),a.keys()<=b.keys(),a.keys()==b.keys(),a.items()>=b.items(),a.keys().isdisjoint(b))
    log(list(a.keys()&b.keys()),list(a.keys()|b),list(a.keys()-b.keys()),list(a.keys()^b.keys()))
print(h)
for a in range(-7,8):
    for b in range(-7,8):
        for c in (-3,-2,-1,1,2,3):
            x=range(a,b,c); log(list(x),len(x),x,list(reversed(x)),hash(x)==hash(range(a,b,c)), [x.index(v) for v in x], [v in x for v in range(-9,9)], x[1:], x[::-1], x[::2], x==range(a,b+1,c), bool(x))
            B=10**25
            y=range(a+B,b+B,c); log([v-B for v in y],len(y),y,[v-B for v in reversed(y)], [y.index(v) for v in y], [v+B in y for v in range(-9,9)], y[1:], y[::-1], y==range(a+B,b+1+B,c), bool(y))
print(h)
