import time


class Item:
    seen = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Item.seen += 1
        if Item.seen % 5 == 0:
            time.sleep(0.01)
        return self.n < other.n

    def __repr__(self):
        return str(self.n)


numbers = [(i * 7919) % 101 for i in range(60)]
items = [Item(n) for n in numbers]
items.sort()
print(items)
print(sorted(items, reverse=True)[:5])
items = [Item(3), Item(1)]


class Modifier(Item):
    def __lt__(self, other):
        items.append(1)
        return False


items = [Modifier(3), Modifier(1), Modifier(2)]
try:
    items.sort()
except ValueError as e:
    print(e)
print(len(items))
