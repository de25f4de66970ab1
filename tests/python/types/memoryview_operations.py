# memoryview: items, slices, casts, attributes, comparison, release.

b = b'hello'
ba = bytearray(b'hello')
m = memoryview(b)
w = memoryview(ba)
r = memoryview(b)
r.release()
big = bytearray(range(16))
v = memoryview(big)
h, d, c = v.cast('h'), v.cast('d'), v.cast('c')


def show(line):
    try:
        print(line, '->', ascii(eval(line)))
    except Exception as e:
        print(line, '->', type(e).__name__, ascii(str(e)))


for line in r'''
memoryview()
memoryview(1)
memoryview('a')
m[0]
m[-1]
m[9]
m[1:3].tobytes()
m[::-1].tobytes()
m[::2].tolist()
m['a']
m[1.5]
m[1,2]
m[()]
m[0,]
m[...]
len(m)
list(m)
bytes(m)
bytes(m[::2])
bytearray(m[::2])
m[::2].tobytes()
m == b'hello'
m == 'hello'
m == m
m == ba
m != b'x'
m < b'x'
hash(m) == hash(b)
hash(w)
104 in m
b'h' in m
m.obj
m.readonly
w.readonly
m.format
m.itemsize
m.ndim
m.shape
m[::2].strides
m.strides
m.suboffsets
m.nbytes
m[::2].nbytes
m.contiguous
m[::2].contiguous
m.c_contiguous
m.f_contiguous
m[::2].c_contiguous
m.hex()
m.hex(':')
m[::2].hex()
m.tobytes('C')
m.tobytes('X')
m.tobytes(order=None)
m.tolist()
w.toreadonly().readonly
m.count(108)
m.count('a')
m.index(108)
m.index(1)
m.index(108,3)
m[0:0].tolist()
r.obj
len(r)
r[0]
r.tobytes()
r.release()
list(r)
r == r
r == b'hello'
hash(r)
m.cast('b').tolist()
m.cast('c')[0]
m.cast('H')
m[:4].cast('H').tolist()
m[:4].cast('I').format
m[:4].cast('x')
m + b'a'
b'a' + m
m * 2
str(m, 'ascii')
list(reversed(m))
m.__getitem__(0)
bool(m), bool(m[0:0])
type(m)
b''.join([m, m])
b'hello'.find(m)
m.x
m[0:3:0]
b'abc'[:2] + m[1:2]
int.from_bytes(m[:2],'big')
m[::2].index(108)
b','.join([m[::2]])
b'x' in m[::2]
ba + m[::2]
b'%s' % m[::2]
ba.find(m[::2])
m[::-2].tolist()
m[4:0:-2][::-1].tolist()
h.format, h.itemsize, h.nbytes, h.shape, h.strides, len(h)
h.cast('i')
h.cast('B').cast('i').tolist()
h[::2].tobytes()
h[::2].cast('B')
h == w
v == h
c == w
h == h.cast('B').cast('H')
hash(c)
v.cast('@h').format
v.cast('<h')
v.cast(1)
v.cast('')
v.cast('hh')
d.tolist()
v.cast('f').tolist()
h.index(256)
v[::2].cast('B')
v.cast('h')[::2].tolist()
c.tolist()[:2]
v.cast(format='b').format
v.tobytes('F')
v.hex('-',4)
h.hex()
v.__len__()
3 in w
v.count(3), v.count(True), v.count(3.0)
v.index(3.0)
v.index(5,0,5)
v.index(5,-20,-1)
memoryview(memoryview(ba)).obj is ba
h.obj is ba
v.contiguous
v[5:2].tolist()
v.__getitem__(slice(1,4)).tolist()
v == bytearray(16)
v.cast('b') == w
memoryview(b'\xff').cast('b') == memoryview(b'\xff')
memoryview(b'ab').cast('c') == memoryview(b'ab')
memoryview(b'') == b''
'''.strip().split('\n'):
    show(line)
