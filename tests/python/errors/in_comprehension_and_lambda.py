values = [1, 2, 0]
f = lambda x: 10 / x
print([f(v) for v in values[:2]])
print([f(v) for v in values])
