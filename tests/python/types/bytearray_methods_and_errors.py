# Constructor, methods and operators of bytearray, with what CPython says to wrong arguments.

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
bytearray(1,'ascii')
bytearray('a')
bytearray('a','ascii',1)
bytearray('a',1)
bytearray(errors='x')
bytearray(encoding='x')
bytearray('a',errors='x')
bytearray(1,errors='x')
bytearray(-1)
bytearray(3)
bytearray(1.5)
bytearray(None)
bytearray([1,256])
bytearray([1,-1])
bytearray([1,'a'])
bytearray((1,2,3))
bytearray({1:2})
bytearray(It())
bytearray(Bad())
bytearray(GI())
bytearray(I())
bytearray([I(),I()])
bytearray(1<<100)
bytearray(memoryview(b'abc'))
bytearray(range(3))
bytearray(source=b'a')
bytearray(b'a',b'b')
bytearray(1,2,3,4)
bytearray(x=1)
bytearray(b'abc').find('a')
bytearray(b'abc').find(256)
bytearray(b'abc').find(98)
bytearray(b'abc').find(1.5)
bytearray(b'abc').find(None)
bytearray(b'abc').find(I())
bytearray(b'abc').find(1<<100)
bytearray(b'abc').index(b'z')
bytearray(b'abc').rindex(b'z')
bytearray(b'abc').count('a')
bytearray(b'abc').find(b'a','x')
bytearray(b'abc').startswith('a')
bytearray(b'abc').startswith(('a',))
bytearray(b'abc').startswith((b'x',b'a'))
bytearray(b'abc').endswith(1)
bytearray(b'abc').strip('a')
bytearray(b'abc').strip(1)
bytearray(b'abc').strip(b'ac')
bytearray(b'abc').split('a')
bytearray(b'abc').split(1)
bytearray(b'abc').split(b'')
bytearray(b'abc').partition('a')
bytearray(b'abc').partition(b'')
bytearray(b'abc').replace('a',b'b')
bytearray(b'abc').replace(b'a','b')
bytearray(b'abc').replace(b'a',b'b',1)
bytearray(b'abc').join([1])
bytearray(b'abc').join(['a'])
bytearray(b'abc').join(1)
bytearray(b'abc').join([b'a',bytearray(b'b'),memoryview(b'c')])
bytearray(b'abc').center(10,'a')
bytearray(b'abc').center(10,b'ab')
bytearray(b'abc').center(10,bytearray(b'x'))
bytearray(b'abc').center(10,1)
bytearray(b'abc').center('a')
bytearray(b'abc').translate('a')
bytearray(b'abc').translate(b'a')
bytearray(b'abc').translate(None,b'a')
bytearray(b'abc').translate(None,'a')
bytearray(b'abc').translate(bytes(range(256)))
bytearray(b'abc').translate(bytes(range(256)),b'b')
bytearray(b'abc').translate(bytes(range(256)),delete=b'b')
bytearray(b'abc').translate(1)
bytearray.maketrans(b'a',b'bc')
bytearray.maketrans(1,b'bc')
bytearray.maketrans(b'ab',b'cd')[95:102]
bytearray(b'abc').removeprefix('a')
bytearray(b'abc').removeprefix(b'a')
bytearray(b'abc').removesuffix(b'c')
bytearray(b'abc').hex()
bytearray(b'abc').hex(':')
bytearray(b'abcd').hex(':',2)
bytearray(b'abcde').hex(':',2)
bytearray(b'abcde').hex(':',-2)
bytearray(b'abcde').hex('::')
bytearray(b'abcde').hex('é')
bytearray(b'abcde').hex(1)
bytearray(b'abcde').hex(b':')
bytearray(b'abcde').hex(sep=':')
bytearray(b'abcde').hex(':', 0)
bytearray(b'abcde').hex('')
bytearray.fromhex('61 62')
bytearray.fromhex('616')
bytearray.fromhex('6x')
bytearray.fromhex('é1')
bytearray.fromhex(b'61')
bytearray.fromhex(1)
bytearray.fromhex('6 1')
bytearray.fromhex('61\n62 ')
bytearray(b'abc').decode('nope')
bytearray(b'a')+'b'
bytearray(b'a')+bytearray(b'b')
bytearray(b'a')+memoryview(b'b')
bytearray(b'a')+1
bytearray(b'a')*2
bytearray(b'a')*'a'
bytearray(b'a')*-1
bytearray(b'abc')[1]
bytearray(b'abc')[3]
bytearray(b'abc')[-1]
bytearray(b'abc')['a']
bytearray(b'abc')[1.5]
bytearray(b'abc')[1<<100]
bytearray(b'abc')[::-1]
bytearray(b'abc')[1:2]
'a' in bytearray(b'abc')
97 in bytearray(b'abc')
256 in bytearray(b'abc')
b'bc' in bytearray(b'abc')
1.5 in bytearray(b'abc')
I() in bytearray(b'ABC')
None in bytearray(b'abc')
bytearray(b'abc') == b'abc'
bytearray(b'abc') == 'abc'
bytearray(b'abc') < b'abd'
bytearray(b'abc') < 'a'
bytearray(b'abc') == memoryview(b'abc')
bytearray(b'abc') < bytearray(b'b')
bytearray(b'a\tb').expandtabs(4)
bytearray(b'abc').expandtabs('x')
bytearray(b'-5').zfill(5)
bytearray(b'a b').title()
bytearray(b'Hello World').swapcase()
bytearray(b'hELLO').capitalize()
bytearray(b'a\nb\r\nc').splitlines()
bytearray(b'a\nb\r\nc').splitlines(True)
bytearray(b' a  b ').split()
bytearray(b' a  b ').rsplit(None,1)
bytearray(b'a,b,c').rsplit(b',',1)
bytearray(b'').isalpha()
bytearray(b'abc').isascii()
bytearray(b'\xff').isascii()
bytearray(b'').isascii()
bytearray(b' \x1c').isspace()
bytearray(b'Ab Cd').istitle()
bytearray(b'abc').__getnewargs__()
bytearray(b'abc').__bytes__()
bytearray(b'').join([])
list(bytearray(b'abc'))
bytearray(b"a'b")
bytearray(b'a"\'b')
repr(bytearray(b'\x00\xff\t\n\r\\'))
str(bytearray(b'a'))
bytearray(b'abc').replace(b'',b'-')
bytearray(b'abc').replace(b'b',b'')
bytearray(b'abc').replace(b'a',b'b',-1)
bytearray(b'abc').count(b'')
bytearray(b'abc').count(97)
bytearray(b'abc').rfind(99)
bytearray(b'abc').index(300)
bytearray(b'abc').ljust(5,b'-')
bytearray(b'abc').rjust(5)
format(bytearray(b'abc'),'5')
format(bytearray(b'abc'))
'''.strip().split('\n'):
    show(line)
