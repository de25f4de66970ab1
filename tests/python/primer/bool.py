for value in (0, 1, "", "文本", [], [0], None, {}, (), 0.0):
    print(repr(value), "是", bool(value))


class Box:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)


print(bool(Box([])), bool(Box([1])))
