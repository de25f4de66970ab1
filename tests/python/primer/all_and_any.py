print(all([True, True]), all([True, False]), all([]))
print(any([False, True]), any([False, False]), any([]))
# 检查列表中的数字是否都大于 0
numbers = [1, 2, 3, -4]
print(all(n > 0 for n in numbers), any(n < 0 for n in numbers))
print("密码合格" if all([len("Abc12345") >= 8, any(c.isdigit() for c in "Abc12345")]) else "密码太弱")
