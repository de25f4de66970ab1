# collections.deque: a list whose first `_head` places are empty. Places before _head are None.


class deque:
    __slots__ = ('_items', '_head', '_maxlen', '_state', '__dict__', '__weakref__')
    __abc_tpflags__ = 32

    def __new__(cls, *args, **kwds):
        self = object.__new__(cls)
        self._items = []
        self._head = 0
        self._maxlen = None
        self._state = 0
        return self

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError('an integer is required')
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
        self._maxlen = maxlen
        self._items.clear()
        self._head = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def append(self, item, /):
        self._items.append(item)
        self._state += 1
        if self._maxlen is not None and len(self._items) - self._head > self._maxlen:
            self.popleft()

    def appendleft(self, item, /):
        self._state += 1
        if not self._head:
            room = len(self._items) // 2 + 8
            self._items[:0] = [None] * room
            self._head = room
        self._head -= 1
        self._items[self._head] = item
        if self._maxlen is not None and len(self._items) - self._head > self._maxlen:
            self.pop()

    def pop(self):
        if len(self._items) == self._head:
            raise IndexError('pop from an empty deque')
        self._state += 1
        return self._items.pop()

    def popleft(self):
        items = self._items
        head = self._head
        if len(items) == head:
            raise IndexError('pop from an empty deque')
        self._state += 1
        item = items[head]
        items[head] = None
        head += 1
        if head > 30 and 2 * head > len(items):
            del items[:head]
            head = 0
        self._head = head
        return item

    def extend(self, iterable, /):
        if iterable is self:
            iterable = list(self)
        if self._maxlen is None:
            self._items.extend(iterable)
            self._state += 1
            return
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable, /):
        for item in list(self) if iterable is self else iterable:
            self.appendleft(item)

    def clear(self):
        self._items.clear()
        self._head = 0
        self._state += 1

    def copy(self):
        if type(self) is deque:
            return deque(self, self._maxlen)
        return type(self)(self) if self._maxlen is None else type(self)(self, self._maxlen)

    __copy__ = copy

    def _list(self):
        return self._items[self._head:]

    def _put(self, items):
        self._items[:] = items
        self._head = 0
        self._state += 1

    def count(self, value, /):
        state = self._state
        count = 0
        for x in self._list():
            if x is value or x == value:
                count += 1
            if self._state != state:
                raise RuntimeError('deque mutated during iteration')
        return count

    def index(self, value, start=0, stop=None, /):
        n = len(self)
        start = _index(start)
        stop = n if stop is None else _index(stop)
        if start < 0:
            start = max(start + n, 0)
        if stop < 0:
            stop = max(stop + n, 0)
        state = self._state
        for i in range(start, min(stop, n)):
            x = self._items[self._head + i]
            if x is value or x == value:
                return i
            if self._state != state:
                raise RuntimeError('deque mutated during iteration')
        raise ValueError('deque.index(x): x not in deque')

    def insert(self, i, item, /):
        if self._maxlen is not None and len(self) == self._maxlen:
            raise IndexError('deque already at its maximum size')
        items = self._list()
        items.insert(i, item)
        self._put(items)

    def remove(self, value, /):
        state = self._state
        for i, x in enumerate(self._list()):
            if x is value or x == value:
                if self._state != state:
                    raise IndexError('deque mutated during remove().')
                del self._items[self._head + i]
                self._state += 1
                return
            if self._state != state:
                raise IndexError('deque mutated during remove().')
        raise ValueError('deque.remove(x): x not in deque')

    def reverse(self):
        self._put(self._list()[::-1])

    def rotate(self, n=1, /):
        n = _index(n)
        size = len(self)
        if size > 1:
            n %= size
            if n == 1:
                self.appendleft_plain(self._items.pop())
            elif n:
                items = self._list()
                self._put(items[-n:] + items[:-n])

    def appendleft_plain(self, item):
        keep, self._maxlen = self._maxlen, None
        self.appendleft(item)
        self._maxlen = keep

    def __len__(self):
        return len(self._items) - self._head

    def __bool__(self):
        return len(self._items) > self._head

    def __contains__(self, value):
        state = self._state
        for x in self._list():
            if x is value or x == value:
                return True
            if self._state != state:
                raise RuntimeError('deque mutated during iteration')
        return False

    def __iter__(self):
        return _deque_iterator(self)

    def __reversed__(self):
        return _deque_reverse_iterator(self)

    def _place(self, i):
        if not _has_special(i, '__index__'):
            raise TypeError(f"sequence index must be integer, not '{type(i).__name__}'")
        i = _index(i)
        n = len(self)
        if i < 0:
            i += n
        if not 0 <= i < n:
            raise IndexError('deque index out of range')
        return self._head + i

    def __getitem__(self, i):
        return self._items[self._place(i)]

    def __setitem__(self, i, value):
        self._items[self._place(i)] = value

    def __delitem__(self, i):
        del self._items[self._place(i)]
        self._state += 1

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        if not _has_special(n, '__index__'):
            return NotImplemented
        made = self.copy()
        made *= n
        return made

    __rmul__ = __mul__

    def __imul__(self, n):
        items = self._list() * _index(n)
        if self._maxlen is not None and len(items) > self._maxlen:
            items = items[len(items) - self._maxlen:]
        self._put(items)
        return self

    def __eq__(self, other):
        return self._list() == other._list() if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._list() < other._list() if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._list() <= other._list() if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._list() > other._list() if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._list() >= other._list() if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if id(self) in _running:
            return '[...]'
        _running.append(id(self))
        try:
            shown = f'{type(self).__name__}({self._list()!r}'
            return f'{shown})' if self._maxlen is None else f'{shown}, maxlen={self._maxlen})'
        finally:
            _running.remove(id(self))

    def __reduce__(self):
        args = () if self._maxlen is None else ((), self._maxlen)
        return type(self), args, self.__dict__ or None, iter(self)

    def __class_getitem__(cls, item):
        return _prelude('_types.generic_alias')(cls, item)


_running = []


class _deque_iterator:
    __slots__ = ('_deque', '_at', '_state')

    def __init__(self, deque):
        self._deque = deque
        self._at = 0
        self._state = deque._state

    def __iter__(self):
        return self

    def __next__(self):
        d = self._deque
        if self._state != d._state:
            raise RuntimeError('deque mutated during iteration')
        at = d._head + self._at
        if at >= len(d._items):
            raise StopIteration
        self._at += 1
        return d._items[at]

    def __length_hint__(self):
        return len(self._deque) - self._at


class _deque_reverse_iterator(_deque_iterator):
    __slots__ = ()

    def __next__(self):
        d = self._deque
        if self._state != d._state:
            raise RuntimeError('deque mutated during iteration')
        if self._at >= len(d):
            raise StopIteration
        self._at += 1
        return d._items[-self._at]


for _c in (deque, _deque_iterator, _deque_reverse_iterator):
    _c.__module__ = 'collections'
