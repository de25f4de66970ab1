class Show:
    def __getitem__(self, k): return k
s = Show()

print(repr(slice(5)))
print(repr(slice(1, 5)))
print(repr(slice(1, 10, 2)))
print(repr(slice(None)))
print(repr(slice(1, 5).start))
print(repr(slice(5).stop))
print(repr(slice(1, 2, 3).step))
print(repr(slice(None, None, -1).indices(5)))
print(repr(slice(1, 100).indices(10)))
print(repr(slice(-3, None).indices(10)))
print(repr(slice(5, 1).indices(10)))
print(repr(slice(None, None, 2).indices(0)))
print(repr(slice(1, 2) == slice(1, 2)))
print(repr(slice(1) != slice(2)))
print(repr(slice(1) < slice(2)))
print(repr(repr(slice("a", None))))
print(repr(hash(slice(1)) == hash(slice(1))))
print(repr([1, 2, 3][slice(0, 2)]))
print(repr("abc"[slice(None, None, -1)]))
print(repr(slice(-100, 100, 3).indices(7)))
print(repr(slice(10, -10, -3).indices(7)))
print(repr(s[1]))
print(repr(s[1:2]))
print(repr(s[:]))
print(repr(s[::2]))
print(repr(s[1:2, 3]))
print(repr(s[..., None]))
print(repr(s["a":"b"]))
print(repr(s[1, ]))
print(repr(s[()]))
print(repr(s[-1:]))
print(repr(s[1:2:3, ::-1]))
for expression in (
    'slice()',
    'slice(1, 2, 3, 4)',
    'slice(1).indices("a")',
    'slice(1).indices(-1)',
    'slice(0, 5, 0).indices(3)',
    'slice(1).start.foo',
    'slice("a").indices(5)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
