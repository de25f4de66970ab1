"""The row of items of a queue: cheap at both ends. Items before `head` are gone already."""


class deque:
    def __init__(self, items=()):
        self._items = list(items)
        self._head = 0

    def append(self, item):
        self._items.append(item)

    def appendleft(self, item):
        if self._head:
            self._head -= 1
            self._items[self._head] = item
        else:
            self._items.insert(0, item)

    def pop(self):
        if len(self._items) == self._head:
            raise IndexError('pop from an empty deque')
        return self._items.pop()

    def popleft(self):
        items = self._items
        head = self._head
        if len(items) == head:
            raise IndexError('pop from an empty deque')
        item = items[head]
        items[head] = None
        head += 1
        if head > 30 and 2 * head > len(items):
            del items[:head]
            head = 0
        self._head = head
        return item

    def clear(self):
        self._items.clear()
        self._head = 0

    def remove(self, item):
        self._items.pop(self._items.index(item, self._head))

    def __len__(self):
        return len(self._items) - self._head

    def __iter__(self):
        return iter(self._items[self._head:])

    def __getitem__(self, i):
        return self._items[i + self._head if i >= 0 else i]

    def __repr__(self):
        return f'deque({self._items[self._head:]!r})'
