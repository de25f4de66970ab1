# str.format and format_map: fields, conversions, nested specifications, numbering, errors.

class A:
    def __init__(self):
        self.x = 5
        self.d = {'k': 1, 7: 'seven', '7': 'sev'}
        self.l = [1, 2, 3]


class F:
    def __format__(self, spec):
        return f'<{spec}>'


class BF:
    def __format__(self, spec):
        return 3


class S:
    def __getitem__(self, key):
        return repr(key)


def show(line):
    try:
        print(line, '->', ascii(eval(line)))
    except Exception as e:
        print(line, '->', type(e).__name__, ascii(str(e)))


for line in r'''
'{}'.format(1)
'{} {}'.format(1)
'{0} {}'.format(1,2)
'{} {0}'.format(1,2)
'{a}'.format()
'{a}'.format(a=1)
'{a} {}'.format(3,a=1)
'{'.format()
'}'.format()
'{{'.format()
'}}'.format()
'{{}}'.format()
'{{}'.format()
'{}}'.format(1)
'{!}'.format(1)
'{!r'.format(1)
'{!'.format(1)
'{!rx}'.format(1)
'{!x}'.format(1)
'{!\n}'.format(1)
'{!é}'.format(1)
'{!r:}'.format('a')
'{!r:>5}'.format('a')
'{!a} {!s} {!r}'.format('é','é','é')
'{:'.format(1)
'{:{}'.format(1,2)
'{:{}}'.format(1,5)
'{:{}{}}'.format(1,'>',5)
'{:{:{}}}'.format(1,5,'')
'{:{:{:}}}'.format(1,5,'')
'{0:{1}}'.format(1,5)
'{0:{}}'.format(1,5)
'{:{a}}'.format(1,a=5)
'{a{'.format()
'{a{b}'.format()
'{0.x}'.format(A())
'{0.d[k]}'.format(A())
'{0.d[7]}'.format(A())
'{0.l[1]}'.format(A())
'{0.l[-1]}'.format(A())
'{0.l[9]}'.format(A())
'{0.y}'.format(A())
'{0.}'.format(A())
'{0[]}'.format([1])
'{0[}'.format([1])
'{0[0}'.format([1])
'{0[0]x}'.format([1])
'{0[0]}'.format([1])
'{[0]}'.format([1])
'{.real}'.format(5)
'{a.b}'.format(a=A())
'{a[b.c]}'.format(a={'b.c':3})
'{a[{]}'.format(a={'{':3})
'{a[}]}'.format(a={'}':3})
'{a[:]}'.format(a={':':3})
'{0[a]}'.format(S())
'{0[07]}'.format(S())
'{0[1]}'.format(S())
'{0[99999999999999999999]}'.format(S())
'{99999999999999999999}'.format(S())
'{5}'.format(S())
'{-1}'.format(S())
'{ 0}'.format(S())
'{0 }'.format(S())
'{0x}'.format(S())
'{٣}'.format(0,1,2,3)
'{:abc}'.format(F())
'{}'.format(F())
'{}'.format(BF())
'{:d}'.format('x')
'{:x}'.format(255)
'{:>{w}.{p}f}|'.format(3.14159,w=10,p=2)
'{:}}'.format(F())
'{:{{}}}'.format(F())
'{:a}}b}'.format(F())
'{0:{0}{0}}'.format(5)
'{:%H}'.format(F())
'{0!r:{1}}'.format('x','>5')
'a{}b{}c'.format('é','\U0001f600')
'{}'.format_map({})
'{0}'.format_map({})
'{a}'.format_map({})
'{a}'.format_map({'a':5})
'{a}'.format_map(S())
'{a[0]}'.format_map({'a':'xyz'})
'{0}'.format_map([1])
'{}'.format(*range(3))
'{!s:5}|'.format(None)
'{:5}|'.format(None)
'{:5}|'.format([])
'{}'.format([])
'{0.__class__}'.format(1)
'{:!r}'.format(F())
'{!r!s}'.format(1)
'{a!r:{b!s}}'.format(a='q',b=5)
'{:{}}}'.format(1,2)
'{0.x.y}'.format(A())
'{0..x}'.format(A())
'{0[k]z}'.format({'k':1})
'{0}{1}{}'.format(1,2)
'{a}{}{b}'.format(1,a=2,b=3)
'{0[0][1]}'.format([[1,2]])
'{:^10}|{:*<10}|{:>10}|'.format('é',1,1.5)
'{!r:^10}|'.format('é')
'''.strip().split('\n'):
    show(line)
