class Student:
    school = "第一中学"

    def __init__(self, name):
        self.name = name


s = Student("小红")
print(hasattr(s, "name"), hasattr(s, "age"))
print(getattr(s, "name"), getattr(s, "age", "未知"))
setattr(s, "age", 18)
print(s.age, vars(s))
delattr(s, "age")
print(vars(s), [n for n in dir(s) if not n.startswith("_")])
try:
    s.age
except AttributeError as e:
    print("错误:", e)
