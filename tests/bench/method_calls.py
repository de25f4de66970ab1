# Attribute access and method calls on instances.
import time

scale = 5  # 1 in the rows called short


class Counter:
    def __init__(self):
        self.value = 0
        self.step = 1

    def add(self, n):
        self.value += n * self.step
        return self

    def get(self):
        return self.value


def run(n):
    counter = Counter()
    for i in range(n):
        counter.add(i).get()
    return counter.get()


start = time.perf_counter()
run(scale * 300_000)
print((time.perf_counter() - start) * 1000)
