class Person:
    count = 0

    def __init__(self, name):
        self.name = name
        Person.count += 1

    @classmethod
    def from_text(cls, text):
        return cls(text.strip())

    @staticmethod
    def is_valid(name):
        return bool(name)


p = Person.from_text(" 小明 ")
print(p.name, Person.count, Person.is_valid(""), p.is_valid("x"))
