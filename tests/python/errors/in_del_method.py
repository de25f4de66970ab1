class Noisy:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<Noisy {self.name}>"

    def __del__(self):
        raise ValueError(f"in __del__ of {self.name}")


a = Noisy("a")
a = None
print("goes on")
