# The heap operations; `less` of the max variants is the other way round.


def _check(heap):
    if not isinstance(heap, list):
        raise TypeError(f'heap argument must be a list, not {type(heap).__name__}')


def _down(heap, start, at):
    """The item at `at` moves towards `start` until its parent is not greater."""
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _up(heap, at):
    """The smaller child moves up until a leaf is reached; the item then moves back to where it belongs."""
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _down(heap, start, at)


def _down_max(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not heap[parent] < item:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _up_max(heap, at):
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _down_max(heap, start, at)


def heappush(heap, item, /):
    _check(heap)
    heap.append(item)
    _down(heap, 0, len(heap) - 1)


def _pop(heap, up):
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if heap:
        last, heap[0] = heap[0], last
        up(heap, 0)
    return last


def heappop(heap, /):
    return _pop(heap, _up)


def heapreplace(heap, item, /):
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    first = heap[0]
    heap[0] = item
    _up(heap, 0)
    return first


def heappushpop(heap, item, /):
    _check(heap)
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _up(heap, 0)
    return item


def heapify(heap, /):
    _check(heap)
    for at in range(len(heap) // 2 - 1, -1, -1):
        _up(heap, at)


def heappush_max(heap, item, /):
    _check(heap)
    heap.append(item)
    _down_max(heap, 0, len(heap) - 1)


def heappop_max(heap, /):
    return _pop(heap, _up_max)


def heapreplace_max(heap, item, /):
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    first = heap[0]
    heap[0] = item
    _up_max(heap, 0)
    return first


def heappushpop_max(heap, item, /):
    _check(heap)
    if heap and item < heap[0]:
        item, heap[0] = heap[0], item
        _up_max(heap, 0)
    return item


def heapify_max(heap, /):
    _check(heap)
    for at in range(len(heap) // 2 - 1, -1, -1):
        _up_max(heap, at)
