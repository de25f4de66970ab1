# The % operator of bytes and bytearray.

class B:
    def __bytes__(self):
        return b'BB'


class B2:
    def __bytes__(self):
        return 'BB'


class I:
    def __index__(self):
        return 65


def show(line):
    try:
        print(line, '->', ascii(eval(line)))
    except Exception as e:
        print(line, '->', type(e).__name__, ascii(str(e)))


for line in r'''
b'%s' % b'a'
b'%b' % b'a'
b'%b' % 'a'
b'%s' % 5
b'%b' % B()
b'%b' % B2()
b'%b' % bytearray(b'x')
b'%b' % memoryview(b'xyz')
b'%.2b|%5b|%-5b|' % (b'xyz',b'a',b'b')
b'%r %a' % ('é','é')
b'%.3r' % 'é'
b'%c' % 65
b'%c' % 256
b'%c' % -1
b'%c' % b'a'
b'%c' % bytearray(b'a')
b'%c' % b'ab'
b'%c' % 'a'
b'%c' % 1.5
b'%c' % I()
b'%c' % (1<<100)
b'%5c|%-5c|' % (65,66)
b'%d' % 'a'
b'%x' % 'a'
b'%x' % 1.5
b'%f' % 'a'
b'%f' % 1.5
b'%d' % 1.5
b'%d' % I()
b'%05d|%-5d|%+d|% d|%#x|%.4d' % (1,2,3,4,255,7)
b'%010.3f|%e|%g' % (1.5,1.5,1.5)
b'%y' % 1
b'%' % 1
b'%(a)s' % {b'a':b'b'}
b'%(a)s' % {'a':b'b'}
b'%(a)s' % 1
b'%(a' % {}
b'%(a)s' % b'abc'
b'%%' % ()
b'%5%' % ()
b'%5%' % 1
b'%s' % ()
b'%s' % (1,2)
b'a' % 1
b'a' % b'b'
b'a' % []
b'a' % {}
b'%s %s' % (b'a',b'b')
b'%*d' % (5,1)
b'%*d' % ('a',1)
b'%.*f' % (1,1.25)
b'%*d' % (1<<70,1)
b'%99999999999999999999d' % 5
b'%.99999999999999999999d' % 5
b'%l' % 5
b'%ld' % 5
bytearray(b'%d') % 5
bytearray(b'%s') % 5
b'%s' % None
b'%i %u %o %X' % (1,2,8,255)
b'%a' % b'x'
b'%a' % '\U0001f600'
b'%(a)%' % {b'a':1}
b'%5s' % B()
b'%.1s' % B()
b'%d' % None
b'%c' % None
b'%s' % [1]
b'%E %G %F' % (1.5,1e100,float('inf'))
b'%d' % (1<<70)
b'%#o' % 8
b'%s' % (b'',)
'''.strip().split('\n'):
    show(line)
