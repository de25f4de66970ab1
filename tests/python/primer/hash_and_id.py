print(hash("a") == hash("a"), hash(1) == hash(1.0), hash((1, 2)) == hash((1, 2)))
try:
    hash([1])
except TypeError as e:
    print(e)
a = [1]
b = a
print(id(a) == id(b), a is b, id(a) == id([1]))
