a = bytearray(b"hello")
a[0] = 72
a.append(33)
a.extend(b" you")
del a[5]
a[1:3] = b"EE"
a.insert(0, 62)
m = memoryview(bytearray(b"abc"))

print(repr(a))
print(repr(len(a)))
print(repr(a[0]))
print(repr(a[1:4]))
print(repr(a.pop()))
print(repr(a.pop(0)))
print(repr(a.decode()))
print(repr(bytes(a)))
print(repr(a == b"HEElo yo"))
print(repr(a.find(b"lo")))
print(repr(a.upper()))
print(repr(list(a)[:3]))
print(repr(a.remove(72)))
print(repr(a.reverse()))
print(repr(a))
print(repr(a.count(b"E")))
print(repr(bytearray(3)))
print(repr(bytearray([1, 2])))
print(repr(bytearray("é", "utf-8")))
print(repr(bytearray(b"a") + b"b"))
print(repr(b"a" + bytearray(b"b")))
print(repr(bytearray(b"ab") * 2))
print(repr(bytearray(b"a") < b"b"))
print(repr(69 in a))
print(repr(a.copy() == a))
print(repr(a.clear()))
print(repr(a))
print(repr(a.hex()))
print(repr(m[0]))
print(repr(m[1:].tobytes()))
print(repr(len(m)))
print(repr(bytes(m)))
print(repr(m.tolist()))
print(repr(m.readonly))
print(repr(memoryview(b"x").readonly))
print(repr(m == b"abc"))
print(repr(m.nbytes))
print(repr(m.format))
for expression in (
    'bytearray([256])',
    'bytearray(b"a").append(256)',
    'bytearray(b"a").pop(5)',
    'bytearray().pop()',
    'bytearray(b"a").remove(1)',
    'bytearray("a")',
    'hash(bytearray())',
    'bytearray(b"a").append("b")',
    'memoryview("a")',
    'memoryview(b"ab").x',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
