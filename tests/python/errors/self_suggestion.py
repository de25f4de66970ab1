class A:
    x = 1

    def get(self):
        return x


A().get()
