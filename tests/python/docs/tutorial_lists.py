fruits = ['orange', 'apple', 'pear', 'banana', 'kiwi', 'apple', 'banana']
print(fruits.count('apple'), fruits.count('tangerine'), fruits.index('banana'), fruits.index('banana', 4))
fruits.reverse()
print(fruits)
fruits.append('grape')
fruits.sort()
print(fruits, fruits.pop())
from collections import deque
queue = deque(["Eric", "John", "Michael"])
queue.append("Terry")
print(queue.popleft(), queue)
matrix = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]
print([[row[i] for row in matrix] for i in range(4)], list(zip(*matrix)))
vec = [-4, -2, 0, 2, 4]
print([x * 2 for x in vec], [x for x in vec if x >= 0], [abs(x) for x in vec], [(x, x ** 2) for x in range(6)])
print([num for elem in [[1, 2, 3], [4, 5, 6]] for num in elem])
from math import pi
print([str(round(pi, i)) for i in range(1, 6)])
