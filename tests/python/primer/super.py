class Animal:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name}发出声音"


class Dog(Animal):
    def __init__(self, name, breed):
        super().__init__(name)
        self.breed = breed

    def speak(self):
        return super().speak() + ":汪汪"


print(Dog("旺财", "柴犬").speak())
