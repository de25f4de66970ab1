numbers = list(range(5))
numbers.append(5)
numbers.insert(0, -1)
print(numbers, numbers[1:3], numbers[::-1])
numbers.remove(3)
print(numbers.pop(), numbers, numbers.index(4))
t = tuple("你好")
print(t, t + ("!",), t * 2)
try:
    t[0] = "您"
except TypeError as e:
    print(e)
