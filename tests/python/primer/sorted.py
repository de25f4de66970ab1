print(sorted([3, 1, 2]), sorted("hello"), sorted([3, 1, 2], reverse=True))
students = [("小明", 90), ("小红", 95), ("小刚", 85)]
for name, score in sorted(students, key=lambda s: s[1], reverse=True):
    print(name, score)
print(sorted({"b": 1, "a": 2}.items()), sorted(["B", "a"], key=str.lower))
