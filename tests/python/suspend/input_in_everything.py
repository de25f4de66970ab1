class Reader:
    def __repr__(self):
        return f"<{input()}>"

    def __lt__(self, other):
        return input() < "m"

    @property
    def value(self):
        return input()

    def __iter__(self):
        while line := input():
            yield line


print(Reader(), [Reader()])
print(Reader().value, Reader() < Reader())
print(list(Reader()))
print([input() for _ in range(2)], f"{input()!r}", max((input(), input())))
print(list(map(int, input().split())))
