d = {}
for k in (5, 3, 9, 1): d[k] = str(k)
order = [list(d)]
del d[3]; d[3] = "again"; order.append(list(d))
d[5] = "changed"; order.append(list(d.items()))
for i in range(20): d[i * 7] = i
for i in range(0, 20, 2): d.pop(i * 7, None)
order.append(list(d))
def changing(f):
    d = {i: i for i in range(3)}
    seen = []
    for k in d:
        seen.append(k)
        f(d, k)
    return seen, d

print(repr(order))
print(repr(d))
print(repr(len(d)))
print(repr(next(iter(d))))
print(repr(list(d.values())[-1]))
print(repr(d.popitem()))
print(repr(list(reversed(d.items()))[:2]))
print(repr(changing(lambda d, k: d.__setitem__(k, "same size"))))
print(repr(changing(lambda d, k: (d.pop(k), d.__setitem__(k + 10, 0)))))
for expression in (
    'changing(lambda d, k: d.__setitem__(k + 10, 0))',
    'changing(lambda d, k: d.pop(k))',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
