# Random operations on sets of integers: the order of what comes out is part of it.
class R:
    def __init__(s,seed): s.x=seed
    def r(s,n):
        s.x=(s.x*1103515245+12345)&0x7fffffff
        return (s.x>>8)%n
rnd=R(42)
def rs(n,m):
    s=set()
    for _ in range(n): s.add(rnd.r(m))
    return s
out=[]
for i in range(400):
    m=[10,50,300,5000,10**6][rnd.r(5)]
    a=rs(rnd.r([5,20,200][rnd.r(3)]),m); b=rs(rnd.r([5,20,200][rnd.r(3)]),m)
    op=rnd.r(16)
    if op==0: c=a|b
    elif op==1: c=a&b
    elif op==2: c=a-b
    elif op==3: c=a^b
    elif op==4: a|=b; c=a
    elif op==5: a&=b; c=a
    elif op==6: a-=b; c=a
    elif op==7: a^=b; c=a
    elif op==8: c=a.union(list(b),b)
    elif op==9: c=a.intersection(list(b))
    elif op==10: c=a.difference(list(b))
    elif op==11: c=a.symmetric_difference(list(b))
    elif op==12: c=a; a.update(dict.fromkeys(b))
    elif op==13: c=a.difference(dict.fromkeys(b))
    elif op==14:
        c=a
        for x in list(b)[:10]: a.discard(x)
        for _ in range(min(3,len(a))): out.append(a.pop())
        for x in b: a.add(x)
    else: c=a; a.symmetric_difference_update(dict.fromkeys(b)); 
    d = frozenset(c)
    text = str([list(c), a < b, a <= b, a > b, a >= b, a == b, a.isdisjoint(b), list(d) == list(c), list(c.copy()), list(set(c))])
    if i < 20 and len(text) < 500:
        print(i, op, text)
    else:
        check = 0
        for letter in text:
            check = (check * 31 + ord(letter)) % 1000000007
        print(i, op, len(c), check)
print(out)
