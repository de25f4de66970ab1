import math
class I(int):
    def __str__(self): return 'I!'+int.__repr__(self)
class J(int):
    def __repr__(self): return 'J!'
class F(float):
    def __str__(self): return 'F!'
class G(float):
    def __repr__(self): return 'G!'
class C(complex):
    def __str__(self): return 'C!'
class K(int):
    def __index__(self): return 99
    def __int__(self): return 98
    def __float__(self): return 97.5
    def __add__(self,o): return 'add'
    def __radd__(self,o): return 'radd'
    def __eq__(self,o): return 'eq'
    def __hash__(self): return 7
    def __bool__(self): return False
    def __round__(self,n=None): return ('round',n)
    def __floor__(self): return 'floor'
    def __trunc__(self): return 'trunc'
    def __neg__(self): return 'neg'
    def __format__(self,s): return 'fmt'+s
    def __pow__(self,o,m=None): return ('pow',o,m)
    def __rpow__(self,o,m=None): return ('rpow',o,m)
    def __divmod__(self,o): return 'dm'
class L(float):
    def __float__(self): return 3.25
    def __int__(self): return 5
    def __round__(self,n=None): return ('r',n)
def t(s):
    try: print(s, '->', repr(eval(s)))
    except BaseException as e: print(s, '!!', type(e).__name__, e)
for s in '''f'{I(5)}'
f'{I(5):}'
f'{I(5):>6}'
f'{I(5)!s:>6}'
f'{I(5)!r}'
str(I(5))
repr(I(5))
'%s %d %r' % (I(5),I(5),I(5))
'{} {:d}'.format(I(5),I(5))
f'{J(5)}'
str(J(5))
f'{J(5):5}'
[J(5)]
'%d' % J(5)
f'{F(1.5)}'
f'{F(1.5):.2f}'
str(F(1.5))
f'{G(1.5)}'
repr(G(2))
f'{C(1j)}'
f'{C(1j):.1f}'
int(K(5))
float(K(5))
[1]*100 and [0,1][K(1)] if 0 else 1
K(5)+1
1+K(5)
K(5)-1
K(5)==5
5==K(5)
{K(5):1}
hash(K(5))
bool(K(5))
round(K(5))
round(K(5),2)
math.floor(K(5))
math.ceil(K(5))
math.trunc(K(5))
-K(5)
f'{K(5):x}'
pow(K(5),2)
pow(K(5),2,3)
pow(2,K(5))
2**K(5)
pow(2,K(5),7)
pow(2,3,K(5))
divmod(K(5),2)
math.sqrt(K(16))
math.gcd(K(16),12)
math.factorial(K(5))
range(K(5))
float(L(1.5))
int(L(1.5))
math.sqrt(L(4.0))
round(L(1.5))
round(L(1.5),1)
L(1.5)+1
complex(L(1.5))
complex(K(5))
float.__float__(L(1.5))
int.__int__(K(5))
K(5).real
K(5).bit_length()
K(5).__index__()
bin(K(5))
hex(K(5))
chr(K(65))
I(10)**20
type(I(2)**2)
I(7)//2, I(7)%4, I(7)<<2, I(7)&3, ~I(7), abs(I(-7))
I(10)==10.0, I(10)<11, sorted([I(3),I(1)])
sum([I(1),I(2)])
sum([F(1.5),F(2)])
max(I(3),2)
I(5).to_bytes(2)
I.from_bytes(b'ab')
I('77')
I(2**100)+1
I(2**100)
vars(I(5))
setattr(I(5),'x',1)
(lambda i: (setattr(i,'x',1), i.x, i+1, i.__dict__))(I(2**70))
(lambda i: (setattr(i,'x',1), i.x, i.__dict__))(F(2.5))
(lambda i: (setattr(i,'x',1), i.x, i.__dict__))(C(2.5))
(5).x
setattr(5,'x',1)
(5).real.__class__
int.real.__get__(5)
int.numerator
(5).__class__ is int
isinstance(True,int), issubclass(bool,int), type(True)
int.__mro__, bool.__mro__, float.__mro__
int.__name__, int.__module__, int.__qualname__, int.__base__
'''.split('\n'): t(s)
import sys
class W(int):
    __slots__=()
print(W(5)+1)
try:
    class V(int):
        __slots__=('a',)
except TypeError as e: print(e)
class X(int):
    def __new__(cls, v, extra=None):
        self=super().__new__(cls,v); self.extra=extra; return self
x=X(5,'e'); print(x,x.extra,x+1,X('12').extra,type(x*2))
class Y(float):
    def __new__(cls, v): return super().__new__(cls, v*2)
print(Y(1.5),Y(2)+1)
class Z(int):
    def __init__(self,*a): print('init',a)
print(Z(5),Z('7',8))
match 5:
    case int(x): print('int',x)
match 5.5:
    case float(x): print('f',x)
match True:
    case bool(x): print('b',x)
