# str, bytes, bytearray and memoryview meet objects whose special methods are Python's: results, errors, and which methods
# were called in which order.

log = []
class I:
    def __init__(self, n): self.n = n
    def __index__(self): log.append(f'index{self.n}'); return self.n
class St:
    def __init__(self, t): self.t = t
    def __str__(self): log.append('str'); return self.t
    def __repr__(self): log.append('repr'); return f'<{self.t}>'
class Fm:
    def __format__(self, s): log.append(f'format {s}'); return f'[{s}]'
class Num:
    def __int__(self): log.append('int'); return 42
    def __float__(self): log.append('float'); return 2.5
class Both:
    def __int__(self): log.append('int'); return 42
    def __index__(self): log.append('index'); return 7
class BadStr:
    def __str__(self): return 5
class BadRepr:
    def __repr__(self): return 5
class BadFormat:
    def __format__(self, s): return 5
class Raise:
    def __str__(self): raise KeyError('boom')
    __repr__ = __str__
    def __format__(self, s): raise OSError('fmt')
    def __index__(self): raise ZeroDivisionError('idx')
    def __iter__(self): raise TypeError('iter')
    def __getitem__(self, k): raise LookupError(k)
class Map:
    def __getitem__(self, k): log.append(f'get {k!r}'); return k
class Attr:
    x = 5
    @property
    def p(self): log.append('prop'); return St('pp')
    def __getattr__(self, n): log.append(f'getattr {n}'); return n * 2
class S(str):
    def __str__(self): log.append('S.str'); return 'S!'
    def __repr__(self): return 'S?'
    def __getitem__(self, k): return 'no'
    def __iter__(self): return iter('xyz')
    def __len__(self): return 99
    def __format__(self, spec): return 'SF' + spec
class S2(str):
    def __str__(self): log.append('S2.str'); return 'S2!'
class It:
    def __init__(self, items): self.items = items
    def __iter__(self): log.append('iter'); return self
    def __next__(self):
        log.append('next')
        if not self.items: raise StopIteration
        return self.items.pop(0)
class GI:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        log.append(f'gi{i}')
        if i >= self.n: raise IndexError
        return i + 65
class T:
    def __getitem__(self, c):
        log.append(f't{c}')
        if c == 97: return 'X'
        if c == 98: return None
        if c == 99: return 0x1234
        if c == 100: return 'long'
        if c == 101: raise KeyError
        if c == 102: return ''
        return c
class BytesOK:
    def __bytes__(self): log.append('bytes'); return b'BY'
class BytesBad:
    def __bytes__(self): return 'BY'
class Bool:
    def __bool__(self): log.append('bool'); return True
class Eq:
    def __eq__(self, o): log.append(f'eq {o}'); return o == 2
    __hash__ = None
def gen(*a):
    for x in a:
        log.append('g'); yield x
def t(s):
    log.clear()
    try: r = ascii(eval(s))
    except BaseException as e: r = f'{type(e).__name__}: {e} ctx={e.__context__!r} cause={e.__cause__!r}'
    print(s, '->', r, log)
for s in r'''
'abc'[I(1)]
'abc'[I(5)]
'abc'[I(0):I(2):I(1)]
'abc'[:I(2)]
'abc'[I(0):1.5]
'abc'[Raise()]
'abc'.find('b', I(0), I(3))
'abc'.find('b', I(0), 1.5)
'abc'.find(5, I(0))
'abc'.rfind('b', I(0))
'abc'.index('c', I(0), I(2))
'abc'.count('b', I(-2))
'abc'.startswith('b', I(1))
'abc'.startswith(('x','b'), I(1), I(2))
'abc'.endswith('b', I(0), I(2))
'abc'.center(I(7), '*')
'abc'.center(I(7), 5)
'abc'.ljust(I(5)), 'abc'.rjust(I(5)), 'abc'.zfill(I(5))
'a\tb'.expandtabs(I(2)), 'a\tb'.expandtabs(tabsize=I(3))
'a b c'.split(None, I(1)), 'a b c'.rsplit(maxsplit=I(1)), 'a,b'.split(',', I(0))
'aaa'.replace('a','b',I(2)), 'aaa'.replace('a','b',count=I(1))
'a\nb'.splitlines(Bool()), 'a\nb'.splitlines(keepends=Bool())
'abc' * I(2), I(2) * 'abc'
'abc' * Raise()
','.join(gen('a','b','c'))
','.join(It(['a','b']))
','.join(It(['a',5]))
','.join(GI(2))
','.join(map(str, [1,2,3]))
','.join(x for x in 'abc')
','.join(Raise())
','.join({'a':1,'b':2})
''.join([S('q'), S('r')])
','.join(S('ab'))
str(St('hello')), repr(St('x'))
str(BadStr())
repr(BadRepr())
str(Raise())
S(5), S(St('t')), type(S(St('t')))
S2(St('t')), type(S2('q')), str(S2('q'))
str(S('q')), format(S('q')), format(S2('q')), format(S2('q'), '>5'), f'{S2("q")}', f'{S2("q"):>5}', '%s' % S2('q'), '{}'.format(S2('q')), '{:3}'.format(S2('q'))
'%s %r %a' % (St('a'), St('b'), St('\xe9'))
'%5s|%-5s|%.1s' % (St('a'), St('b'), St('xyz'))
'%d %i %f' % (Num(), Num(), Num())
'%d %x %c' % (Both(), Both(), Both())
'%x' % Num()
'%s' % BadStr()
'%s' % Raise()
'%d' % Raise()
'%s %d' % (St('a'), 'x')
'%s %y' % (St('a'), 1)
'%s' % (St('a'), St('b'))
'%s %s' % (St('a'),)
'%s' % St('single')
'%(a)s %(b)r' % Map()
'%(a)s %(b)r' % {'a': St('1'), 'b': St('2')}
'%(a)s' % {'b': St('1')}
'%(a)s %s' % Map()
'%(a' % Map()
'%(a)y' % Map()
'%*s' % (I(3), 'a')
'%*s|%.*s' % (3, St('a'), 1, St('bcd'))
'%% %s %%' % St('q')
'%s' % [St('in list')]
'%r' % (St('x'),)
'%s' % Attr
'{} {!r} {!s} {!a}'.format(St('a'), St('b'), St('c'), St('\xe9'))
'{:>5}|{:x}'.format(Fm(), Fm())
'{}'.format(BadFormat())
'{}'.format(Raise())
'{0.x} {0.p} {0.q} {0.q.real}'.format(Attr())
'{0.p:}'.format(Attr())
'{0[a]} {0[1]} {0[1x]}'.format(Map())
'{a[b]}'.format(a=Map())
'{a} {b}'.format_map(Map())
'{a.x}'.format_map({'a': Attr()})
'{:{}}'.format(Fm(), Fm())
'{:{:{}}}'.format(Fm(), 1, 2)
'{0.x} {}'.format(Attr())
'{} {0.x}'.format(Attr())
'{0.x} {1}'.format(Attr())
'{0.x!x}'.format(Attr())
'{0.}'.format(Attr())
'{0.x[}'.format(Attr())
'{0.x}{'.format(Attr())
'{a.x}'.format(b=1)
'{0.x:{1.x}}'.format(Attr(), Attr())
'{!r:>10}'.format(St('w'))
'{:5}'.format(St('w'))
'{}'.format(St('w'))
'{0}{0}'.format(St('w'))
'abcdefg'.translate(T())
'aaxx'.translate(T())
'\u1234abc'.translate(T())
'efe'.translate(T())
'abc'.translate(Raise())
'abc'.translate({97: St('x')})
'abc'.maketrans({I: 1})
St('a') in 'abc'
'abc' == S('abc'), S('abc') == 'abc', {S('abc'): 1}['abc'], {'abc': 1}[S('abc')]
S('abc') + 'd', 'd' + S('abc'), S('ab') * 2, S('abc')[0], str.__getitem__(S('abc'), 0), [*S('abc')], len(S('abc')), str.__len__(S('abc'))
S('abc').upper(), S(' x ').strip(), S('a b').split(), S('abc').replace('b','c'), S('abc').encode(), S('abc').find('c')
bytes(BytesOK()), bytes(It([1,2,3])), bytes(gen(65,66)), bytes(GI(2)), bytes(I(3)), bytes([I(1),I(2)])
bytes(BytesBad())
bytes(It([1,300]))
bytes(It([1,'a']))
bytes(Raise())
bytearray(It([1,2])), bytearray(I(2)), bytearray([I(5)]), bytearray(GI(1))
bytearray(It([1,300]))
b'abc'.find(I(98)), b'abc'.count(I(98)), b'abc'.find(b'c', I(1)), I(98) in b'abc', b'abc'.index(I(99), I(0), I(3))
b'abc'[I(1)], b'abc'[I(0):I(2)], b'ab' * I(2)
b'abc'.center(I(5)), b'a\tb'.expandtabs(I(2)), b'a b c'.split(None, I(1)), b'aa'.replace(b'a', b'b', I(1)), b'abc'.hex(':', I(2)), b'5'.zfill(I(3))
b','.join(gen(b'a', b'b')), b','.join(It([b'a', 5]))
b','.join(It([b'a', b'c']))
b'a\nb'.splitlines(Bool())
b'%s %b' % (BytesOK(), BytesOK())
b'%s' % BytesBad()
b'%d %x' % (Both(), Both())
b'%a %r' % (St('q'), St('\xe9'))
b'%s' % St('q')
b'%c' % I(66)
b'%(a)s' % {b'a': BytesOK()}
bytes.fromhex(I(1))
memoryview(b'abc')[I(1)], memoryview(b'abc')[I(0):I(2)].tobytes()
Eq() in memoryview(b'\x01\x02'), memoryview(b'\x01\x02').count(Eq()), memoryview(b'\x01\x02').index(Eq())
memoryview(b'abc').index(99, I(0))
'abc'.encode(St('utf-8'))
'abc'.__mod__(St('x')), 'abc %s'.__mod__(St('x'))
'abc'.__format__('>5'), S2('abc').__format__('')
'abc'.__contains__(S('b')), 'abc'.__eq__(S('abc'))
str.join(',', gen('x','y'))
str.format('{}', St('x'))
str.upper('abc'), str.find('abc','c')
'a'.join(It([]))
'%s' * 2 % (St('a'), St('b'))
'%s' % (1,) + '%s' % St('z')
'%.*f' % (2, Num())
'%5.1f' % Num()
'%c' % S('x')
'%c' % S2('xy')
'%s' % True, '%d' % True
'{:{w}}'.format(5, w='3')
'%s %(a)s' % {'a': 1}
'%(a)s %s' % {'a': 1}
'%(a.b)s' % {'a.b': St('z')}
'''.strip().split('\n'):
    t(s)
def run(code):
    log.clear()
    ns = dict(globals()); ns['ba'] = bytearray(b'hello')
    try: exec(code, ns); r = ns['ba']
    except BaseException as e: r = f'{type(e).__name__}: {e} {ns["ba"]}'
    print(code, '->', r, log)
for c in '''
ba.append(I(65))
ba.append(I(300))
ba.extend(gen(1,2))
ba.extend(It([1,300]))
ba.extend(It([1,2]))
ba.extend(Raise())
ba.insert(I(1), I(65))
ba.pop(I(1))
ba.remove(I(104))
ba[I(0)] = I(90)
ba[I(0)] = 300
ba[I(9)] = I(1)
ba[I(0):I(2)] = b'XY'
ba[0:2] = It([65,66,67])
ba[0:2] = It([300])
ba[0:2] = gen(1)
ba[0:2] = [I(65)]
ba[::I(2)] = b'ABC'
del ba[I(0)]
del ba[I(0):I(2)]
ba *= I(2)
ba += It([1])
ba.__init__(It([1,2]))
ba.__init__(I(3))
ba.resize(I(2))
m = memoryview(ba); m[I(0)] = I(65)
m = memoryview(ba); m[I(0):I(2)] = b'AB'
x = ba.__reduce_ex__(4); print(x)
x = ba.__reduce__(); print(x)
'''.strip().split('\n'): run(c)
