class Animal:
    pass


class Dog(Animal):
    pass


print(isinstance(Dog(), Animal), isinstance(5, (int, str)), isinstance(True, int), isinstance([], dict))
print(issubclass(Dog, Animal), issubclass(Animal, Dog), issubclass(bool, int))
print(type(Dog()) == Animal, type(Dog()) is Dog)
