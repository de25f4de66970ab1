class It2:
    def __iter__(s): print('iter'); return s
    def __next__(s): print('next'); raise StopIteration
i=It2
def ia(a,b): a+=b; return a
def st(o,k,v): o[k]=v; return o
for n,g in dict(sl=lambda i:st([1],slice(0,1),i),ia=lambda i:ia([1],i), en=lambda i:list(enumerate(i)), zi=lambda i:list(zip(i)), ma=lambda i:list(map(str,i)), fi=lambda i: list(filter(None,i)), i_n=lambda i: 1 in i, un=lambda i:[*i],us=lambda i:{*i}, li=lambda i:list(iter(i)), mx=lambda i: max(i,default=0), su=lambda i:sum(i), an=lambda i:any(i), jo=lambda i:''.join(i)).items():
    print('--', n)
    print(g(It2()))
class L(list):
    def __getitem__(s,i): print('getitem',i); return list.__getitem__(s,i)
    def __len__(s): print('len'); return list.__len__(s)
    def __iter__(s): print('iter'); return list.__iter__(s)
    def __eq__(s,o): print('eq'); return list.__eq__(s,o)
    __hash__=None
    def append(s,x): print('append',x); list.append(s,x)
    def extend(s,x): print('extend'); list.extend(s,x)
x=L([1,2,3])
print('lists')
print(list(x), [*x], (*x,), {*x})
[].extend(x)
[].__iadd__(x)
class D2(dict):
    def keys(s): print('keys'); return dict.keys(s)
def f(**k): print(k)
print(dict(D2(a=1))); print({**D2(a=1)}); f(**D2(a=1)); {}.update(D2(a=1)); {} | D2(a=1); d = {}; d |= D2(a=2)
