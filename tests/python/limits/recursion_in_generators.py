def numbers(n):
    yield n
    yield from numbers(n + 1)


count = 0
try:
    for n in numbers(0):
        count += 1
except RecursionError as e:
    print(e)
print(900 < count < 1000, count)
