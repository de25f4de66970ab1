import time


def pause(value=None):
    time.sleep(0.01)
    return value


import bisect
import functools
import heapq


@functools.total_ordering
class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return pause(self.n < other.n)

    def __eq__(self, other):
        return pause(self.n == other.n)

    def __repr__(self):
        return f"I{self.n}"


numbers = [5, 3, 9, 1, 7, 2, 8]
items = [Item(n) for n in numbers]
print(sorted(items), sorted(items, reverse=True), sorted(numbers, key=pause), sorted(numbers, key=lambda n: Item(-n)))
items.sort(key=lambda i: pause(i.n % 3))
print(items, max(items), min(items), max(numbers, key=lambda n: pause(-n)), min(numbers, key=pause), max(items, key=lambda i: Item(i.n)), max([], default=pause("default")))
print(sorted(numbers, key=functools.cmp_to_key(lambda a, b: pause(b - a))), sorted([(Item(2), 1), (Item(1), 2)]), [Item(1), Item(2)] < [Item(1), Item(3)])
heap = []
for n in numbers:
    heapq.heappush(heap, Item(n))
print([heapq.heappop(heap) for _ in range(3)], heapq.heapreplace(heap, Item(0)), heapq.heappushpop(heap, Item(4)), heap[0])
heap = [Item(n) for n in numbers]
heapq.heapify(heap)
print(heap[0], heapq.nsmallest(2, items), heapq.nlargest(2, numbers, key=pause), list(heapq.merge([1, 4], [2, 3], key=pause)))
ordered = sorted(items)
bisect.insort(ordered, Item(4))
print(ordered, bisect.bisect(ordered, Item(6)), bisect.bisect_left([1, 2, 3], 2, key=pause))
items.sort()
items.reverse()
print(items)
