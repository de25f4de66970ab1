print(list(range(5)), list(range(2, 6)), list(range(10, 0, -3)), range(3))
for i in reversed(range(3)):
    print(i, end=" ")
print()
print("".join(reversed("你好吗")), list(reversed([1, 2])))
