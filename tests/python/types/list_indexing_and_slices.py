a = list(range(10))
def change(code):
    b = list(range(6))
    exec(code, {"b": b})
    return b

print(repr(a[0]))
print(repr(a[-1]))
print(repr(a[2:5]))
print(repr(a[:3]))
print(repr(a[-3:]))
print(repr(a[::2]))
print(repr(a[::-1]))
print(repr(a[8:2:-2]))
print(repr(a[5:2]))
print(repr(a[100:]))
print(repr(a[-100:3]))
print(repr(a[:]))
print(repr(a[slice(1, 8, 3)]))
print(repr(a[True]))
print(repr(a[1:1]))
print(repr(a[None:None:None]))
print(repr(a[10 ** 20:]))
print(repr(a[-10 ** 20:2]))
print(repr(a[::10 ** 10]))
print(repr(change("b[0] = 'x'")))
print(repr(change("b[1:3] = [9]")))
print(repr(change("b[2:2] = 'abc'")))
print(repr(change("b[:] = []")))
print(repr(change("b[::2] = 'xyz'")))
print(repr(change("del b[0]")))
print(repr(change("del b[1:4]")))
print(repr(change("del b[::2]")))
print(repr(change("b[4:] = range(3)")))
print(repr(change("b[5:1] = [7]")))
print(repr(change("del b[-1]")))
print(repr(change("b[::-1] = range(6)")))
print(repr(change("b += b")))
print(repr(change("b[1:4:2] = [1, 1]")))
print(repr(change("b *= 0")))
print(repr(change("del b[::-2]")))
print(repr(change("b[:2] = b")))
print(repr(change("b[-1:] = (8, 9)")))
print(repr(change("b[10:] = [1]")))
print(repr(change("b[0], b[-1] = b[-1], b[0]")))
for expression in (
    'a[10]',
    'a[-11]',
    'a["0"]',
    'a[1.0]',
    'a[None]',
    'a[::0]',
    'a[1:2:"x"]',
    'a[10 ** 30]',
    'a[(1, 2)]',
    'change("b[10] = 1")',
    'change("b[\'a\'] = 1")',
    'change("b[::2] = [1]")',
    'change("b[0:2] = 5")',
    'change("del b[10]")',
    'change("del b[\'a\']")',
    'change("b[::0] = []")',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
