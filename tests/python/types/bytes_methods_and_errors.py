# Constructor, methods and operators of bytes, with what CPython says to wrong arguments.

class I:
    def __index__(self):
        return 65


class It:
    def __iter__(self):
        return iter([1, 2, 3])


class Bad:
    def __iter__(self):
        return 5


class GI:
    def __getitem__(self, i):
        if i < 3:
            return i
        raise IndexError


def show(line):
    try:
        print(line, '->', ascii(eval(line)))
    except Exception as e:
        print(line, '->', type(e).__name__, ascii(str(e)))


for line in r'''
bytes(1,'ascii')
bytes('a')
bytes('a','ascii',1)
bytes('a',1)
bytes(errors='x')
bytes(encoding='x')
bytes('a',errors='x')
bytes(1,errors='x')
bytes(-1)
bytes(3)
bytes(1.5)
bytes(None)
bytes([1,256])
bytes([1,-1])
bytes([1,'a'])
bytes((1,2,3))
bytes({1:2})
bytes(It())
bytes(Bad())
bytes(GI())
bytes(I())
bytes([I(),I()])
bytes(1<<100)
bytes(memoryview(b'abc'))
bytes(range(3))
bytes(source=b'a')
bytes(b'a',b'b')
bytes(1,2,3,4)
bytes(x=1)
bytes(b'abc').find('a')
bytes(b'abc').find(256)
bytes(b'abc').find(98)
bytes(b'abc').find(1.5)
bytes(b'abc').find(None)
bytes(b'abc').find(I())
bytes(b'abc').find(1<<100)
bytes(b'abc').index(b'z')
bytes(b'abc').rindex(b'z')
bytes(b'abc').count('a')
bytes(b'abc').find(b'a','x')
bytes(b'abc').startswith('a')
bytes(b'abc').startswith(('a',))
bytes(b'abc').startswith((b'x',b'a'))
bytes(b'abc').endswith(1)
bytes(b'abc').strip('a')
bytes(b'abc').strip(1)
bytes(b'abc').strip(b'ac')
bytes(b'abc').split('a')
bytes(b'abc').split(1)
bytes(b'abc').split(b'')
bytes(b'abc').partition('a')
bytes(b'abc').partition(b'')
bytes(b'abc').replace('a',b'b')
bytes(b'abc').replace(b'a','b')
bytes(b'abc').replace(b'a',b'b',1)
bytes(b'abc').join([1])
bytes(b'abc').join(['a'])
bytes(b'abc').join(1)
bytes(b'abc').join([b'a',bytearray(b'b'),memoryview(b'c')])
bytes(b'abc').center(10,'a')
bytes(b'abc').center(10,b'ab')
bytes(b'abc').center(10,bytearray(b'x'))
bytes(b'abc').center(10,1)
bytes(b'abc').center('a')
bytes(b'abc').translate('a')
bytes(b'abc').translate(b'a')
bytes(b'abc').translate(None,b'a')
bytes(b'abc').translate(None,'a')
bytes(b'abc').translate(bytes(range(256)))
bytes(b'abc').translate(bytes(range(256)),b'b')
bytes(b'abc').translate(bytes(range(256)),delete=b'b')
bytes(b'abc').translate(1)
bytes.maketrans(b'a',b'bc')
bytes.maketrans(1,b'bc')
bytes.maketrans(b'ab',b'cd')[95:102]
bytes(b'abc').removeprefix('a')
bytes(b'abc').removeprefix(b'a')
bytes(b'abc').removesuffix(b'c')
bytes(b'abc').hex()
bytes(b'abc').hex(':')
bytes(b'abcd').hex(':',2)
bytes(b'abcde').hex(':',2)
bytes(b'abcde').hex(':',-2)
bytes(b'abcde').hex('::')
bytes(b'abcde').hex('é')
bytes(b'abcde').hex(1)
bytes(b'abcde').hex(b':')
bytes(b'abcde').hex(sep=':')
bytes(b'abcde').hex(':', 0)
bytes(b'abcde').hex('')
bytes.fromhex('61 62')
bytes.fromhex('616')
bytes.fromhex('6x')
bytes.fromhex('é1')
bytes.fromhex(b'61')
bytes.fromhex(1)
bytes.fromhex('6 1')
bytes.fromhex('61\n62 ')
bytes(b'abc').decode('nope')
bytes(b'a')+'b'
bytes(b'a')+bytearray(b'b')
bytes(b'a')+memoryview(b'b')
bytes(b'a')+1
bytes(b'a')*2
bytes(b'a')*'a'
bytes(b'a')*-1
bytes(b'abc')[1]
bytes(b'abc')[3]
bytes(b'abc')[-1]
bytes(b'abc')['a']
bytes(b'abc')[1.5]
bytes(b'abc')[1<<100]
bytes(b'abc')[::-1]
bytes(b'abc')[1:2]
'a' in bytes(b'abc')
97 in bytes(b'abc')
256 in bytes(b'abc')
b'bc' in bytes(b'abc')
1.5 in bytes(b'abc')
I() in bytes(b'ABC')
None in bytes(b'abc')
bytes(b'abc') == b'abc'
bytes(b'abc') == 'abc'
bytes(b'abc') < b'abd'
bytes(b'abc') < 'a'
bytes(b'abc') == memoryview(b'abc')
bytes(b'abc') < bytearray(b'b')
bytes(b'a\tb').expandtabs(4)
bytes(b'abc').expandtabs('x')
bytes(b'-5').zfill(5)
bytes(b'a b').title()
bytes(b'Hello World').swapcase()
bytes(b'hELLO').capitalize()
bytes(b'a\nb\r\nc').splitlines()
bytes(b'a\nb\r\nc').splitlines(True)
bytes(b' a  b ').split()
bytes(b' a  b ').rsplit(None,1)
bytes(b'a,b,c').rsplit(b',',1)
bytes(b'').isalpha()
bytes(b'abc').isascii()
bytes(b'\xff').isascii()
bytes(b'').isascii()
bytes(b' \x1c').isspace()
bytes(b'Ab Cd').istitle()
bytes(b'abc').__getnewargs__()
bytes(b'abc').__bytes__()
bytes(b'').join([])
list(bytes(b'abc'))
bytes(b"a'b")
bytes(b'a"\'b')
repr(bytes(b'\x00\xff\t\n\r\\'))
str(bytes(b'a'))
bytes(b'abc').replace(b'',b'-')
bytes(b'abc').replace(b'b',b'')
bytes(b'abc').replace(b'a',b'b',-1)
bytes(b'abc').count(b'')
bytes(b'abc').count(97)
bytes(b'abc').rfind(99)
bytes(b'abc').index(300)
bytes(b'abc').ljust(5,b'-')
bytes(b'abc').rjust(5)
format(bytes(b'abc'),'5')
format(bytes(b'abc'))
'''.strip().split('\n'):
    show(line)
