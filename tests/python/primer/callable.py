def greet():
    return "你好"


class Greeter:
    def __call__(self):
        return "您好"


print(callable(greet), callable(Greeter), callable(Greeter()), callable("greet"))
print(greet(), Greeter()())
