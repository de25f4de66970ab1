# Pseudo-random specifications, templates, method calls and codecs of str and bytes: checksums of what comes out.
seed = 12345
total = count = 0


def number(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return (seed >> 33) % n


def pick(items):
    return items[number(len(items))]


def add(f, *args):
    global total, count
    try:
        text = repr(f(*args))
    except Exception as e:
        text = f'{type(e).__name__}: {e}'
    for c in ascii(text):
        total = (total * 31 + ord(c)) % 1000000007
    count += 1
    if count % 500 == 0:
        print(count, total)


LETTERS = [*"abc \t\nAB1-+é,%{}'\"\\0x.ßΣ\u1234\U0001f600\x00\x7f\xa0\u2028\ud800"]
BYTES = [97, 98, 99, 32, 9, 10, 65, 49, 45, 255, 128, 0, 195, 169, 226, 130, 172, 237, 160, 240, 159, 152, 0xD8, 0xDC]
VALUES = [0, 1, -1, 7, 255, -255, 1234567, 10**20, -10**20, True, False, 0.0, -0.0, 1.5, -1.5, 3.14159265, 1e10, 1e16, 1e-5,
          1e300, -1e-300, float('inf'), float('nan'), 'abc', 'é\u1234', '', None, 1j, -2.5 + 3j, b'x', [1], (1, 2)]


def text(most=6):
    return ''.join([pick(LETTERS) for _ in range(number(most))])


def data(most=6):
    return bytes([pick(BYTES) for _ in range(number(most))])


def bound():
    return pick([None, 0, 1, 2, 3, -1, -2, -3, 5, 10, -10])


def specification():
    return (pick(['', '<', '>', '^', '=', '*<', '0>', 'é^', '{<']) + pick(['', '', '+', '-', ' ']) + pick(['', '', 'z'])
            + pick(['', '', '#']) + pick(['', '', '0']) + pick(['', '1', '5', '10', '20']) + pick(['', '', '', ',', '_'])
            + pick(['', '', '.0', '.1', '.3', '.10', '.', '.,', '.2_'])
            + pick(['', '', *'dxXobceEfFgG%nsq']))


for _ in range(1500):
    add(format, pick(VALUES), specification())

for _ in range(1500):
    template = ''.join(['%' + pick(['', '-', '+', ' ', '#', '0', '-0', '+0', '# ', '#0']) + pick(['', '1', '5', '12', '*'])
                        + pick(['', '', '.', '.0', '.2', '.7', '.*']) + pick(['', '', '', 'l', 'h'])
                        + pick('sradiouxXeEfFgGcy%') + pick(['', 'é', '%%']) for _ in range(1 + number(2))])
    n = template.count('%') + template.count('*')
    args = tuple([pick(VALUES) for _ in range(n if number(4) else number(3))])
    add(lambda: template % args)
    add(lambda: template.encode('latin-1').replace(b'\xe9', b'') % args)

FIELDS = ['{', '}', '{{', '}}', 'a', '{}', '{0}', '{1}', '{a}', '{0.real}', '{a[0]}', '{!r}', '{!s:>5}', '{:>5}', '{:{}}',
          '{0:{1}}', '{:', '!', ':', '[', ']', '.', '{0[', '{a!x}', '{:{:{}}}', '{0!a}', 'é']
for _ in range(1000):
    template = ''.join([pick(FIELDS) for _ in range(1 + number(4))])
    add(lambda: template.format(pick(VALUES), 5, a=[1, 'z']))
    add(lambda: template.format_map({'a': 'xyz'}))

SEARCH = ['find', 'rfind', 'count', 'index', 'rindex', 'startswith', 'endswith']
CUT = ['partition', 'rpartition', 'removeprefix', 'removesuffix', 'strip', 'lstrip', 'rstrip']
ALONE = ['upper', 'lower', 'title', 'swapcase', 'capitalize', 'splitlines', 'isupper', 'islower', 'istitle', 'isspace',
         'isalpha', 'isalnum', '__len__', 'split']
for kind, make, fill in (str, text, 'é'), (bytes, data, b'x'), (bytearray, data, b'x'):
    for _ in range(700):
        s, u, v = kind(make(10)), make(3), make(3)
        add(getattr(s, pick(SEARCH)), u, bound(), bound())
        add(getattr(s, pick(['split', 'rsplit'])), pick([None, u]), number(6) - 1)
        add(s.replace, u, v, number(6) - 1)
        add(getattr(s, pick(CUT)), u)
        add(getattr(s, pick(['center', 'ljust', 'rjust'])), number(12), fill)
        add(getattr(s, pick(['zfill', 'expandtabs'])), number(12))
        add(getattr(s, pick(ALONE + (['casefold', 'isprintable', 'isidentifier'] if kind is str else ['hex', 'isascii']))))
        add(lambda: s[bound():bound():bound()])
        add(lambda: (s < u, s <= u, s == u, s > u, u in s, s + u, u + s, s * number(4), s.join([u, v, u])))
        if kind is str:
            add(lambda: s.translate({ord(x): pick([None, y, ord(y)]) for x, y in zip(u, v)}))
        else:
            add(s.translate, None, u)

CODECS = ['utf-8', 'ascii', 'latin-1', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'utf-8-sig']
HANDLERS = ['strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'xmlcharrefreplace']
for _ in range(2000):
    codec, handler = pick(CODECS), pick(HANDLERS)
    add(text(6).encode, codec, handler)
    add(data(9).decode, codec, handler)

for _ in range(1000):
    array = bytearray(data(8))
    new = pick([data(4), bytearray(data(3)), [1, 2, 3], [], memoryview(b'ab'), 'x', 5, [300]])

    def assign():
        array[bound():bound():bound()] = new
        return array

    def delete():
        del array[bound():bound():bound()]
        return array

    add(assign)
    add(delete)
    add(lambda: memoryview(array)[bound():bound():bound()].tobytes())
