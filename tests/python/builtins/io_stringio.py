import io
s = io.StringIO("a\nb\nc")
w = io.StringIO()
print("x", 1, file=w)

print(repr(s.readline()))
print(repr(s.read(1)))
print(repr(s.tell()))
print(repr(list(s)))
print(repr(s.seek(0)))
print(repr(s.readlines()))
print(repr(w.getvalue()))
print(repr(w.write("more")))
print(repr(w.getvalue()))
print(repr(io.BytesIO(b"ab").read()))
print(repr(s.seek(2)))
print(repr(s.read()))
print(repr(w.close()))
print(repr(w.closed))
print(repr(io.StringIO("q").getvalue()))
print(repr([line for line in io.StringIO("1\n2")]))
for expression in (
    'w.write("a")',
    'io.StringIO().write(5)',
    'io.BytesIO("a")',
    'io.StringIO(5)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
