"""Sorting with a key function, with keys whose `<` is Python's, and sorts that are too long for one piece of work. A sorter
(src/obj/list_sort.c) does it in pieces and names the pairs that have to be compared here."""


def sorted(iterable, key=None, reverse=False):
    result = list(iterable)
    sort(result, key, reverse)
    return result


def sort(self, key=None, reverse=False):
    reverse = not not reverse
    items = _sort_lend(self)  # the list looks empty while its items are compared
    try:
        if key is None:
            sort_by(items, None, reverse)
        else:
            sort_by([key(item) for item in items], items, reverse)
    finally:
        untouched = _sort_return(self, items)
    if not untouched:
        raise ValueError('list modified during sort')


def sort_by(keys, values, reverse):
    if reverse:  # what is equal keeps its order when all is turned round twice
        turn(keys, values)
    sorter = _sort_open(keys, values)
    try:
        pair = _sort_go(sorter, None)
        while pair is not None:
            if pair:
                a, b = pair
                pair = _sort_go(sorter, True if a < b else False)
            else:
                pair = _sort_go(sorter, None)
    finally:
        _sort_end(sorter, keys, values)
        if reverse:
            turn(keys, values)


def turn(keys, values):
    keys.reverse()
    if values is not None:
        values.reverse()
