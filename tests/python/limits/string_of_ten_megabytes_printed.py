# by-hand: ten megabytes would not be committed; only their number and their ends are compared
import io
import sys


class Counter(io.TextIOBase):
    count = 0

    def write(self, text):
        self.count += len(text)
        return len(text)


sys.stdout, real = Counter(), sys.stdout
print("y" * 10_000_000)
counter, sys.stdout = sys.stdout, real
print(counter.count)
