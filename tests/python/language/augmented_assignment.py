x = 5
x += 2; x -= 1; x *= 3; x //= 2; x **= 2; x %= 50; x <<= 2; x >>= 1; x |= 1; x &= 0xFF; x ^= 3
print(x)
y = 7
y /= 2
print(y)
items = [1]
alias = items
items += [2]
items *= 2
print(alias, alias is items)
t = (1,)
s = t
t += (2,)
print(t, s)
nested = ([1],)
try:
    nested[0] += [2]
except TypeError as e:
    print(e, nested)
d = {"a": 1}
d["a"] += 1
d |= {"b": 2}
print(d)


class C:
    n = 1


c = C()
c.n += 1
print(c.n, C.n)


def index():
    print("index evaluated once")
    return 0


values = [1]
values[index()] += 10
print(values)
text = "a"
text += "b"
text *= 2
print(text)
s = {1, 2}
s |= {3}; s &= {2, 3}; s -= {3}; s ^= {9}
print(sorted(s))
try:
    undefined += 1
except NameError as e:
    print(e)
