it = iter(["甲", "乙"])
print(next(it), next(it), next(it, "结束"))
try:
    next(it)
except StopIteration:
    print("没有更多元素")


class CountDown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


print(list(CountDown(5)))
import random
values = iter([3, 6, 1, 4])
print(list(iter(lambda: next(values), 1)))
