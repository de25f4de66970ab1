"""Sorting by way of Python: with a key function, with keys whose `<` is Python's, and sorts that are too long for one piece
of work. The comparisons and their order are CPython's; see src/obj/list_sort.c, which does the same for plain keys."""


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
    if len(keys) < 2 or _sort_plain(keys, values, reverse):
        return
    if reverse:
        turn(keys, values)
    try:
        if not sort_long(keys, values):
            timsort(keys, values)
    finally:
        if reverse:
            turn(keys, values)


def turn(keys, values):
    keys.reverse()
    if values is not None:
        values.reverse()


# ------------------------------------------------------------------------------------------- plain, but long


def sort_long(keys, values):
    """Parts sorted one by one, then merged, each step a short piece of work. Only where the order is total: then any
    stable way gives the same result."""
    n, paired = len(keys), values is not None
    block = _sort_words(keys, values)
    if block is None:
        return False
    width = _sort_longest(block, n, paired)
    if width >= n:
        return False  # it has been tried in one piece, and something needed Python
    for start in range(0, n, width):
        _sort_run(block, n, paired, start, min(start + width, n))
    other = _sort_words(keys, values)
    while width < n:
        for start in range(0, n, 2 * width):
            i, middle, end = start, min(start + width, n), min(start + 2 * width, n)
            j = middle
            while (place := i + j - middle) < end:
                i = _sort_merge(block, n, paired, other, i, middle, j, end)
                j = min(place + 50000, end) - i + middle
        block, other = other, block
        width *= 2
    _sort_done(block, keys, values)
    return True


# --------------------------------------------------------------------------------------------------- timsort

MIN_GALLOP = 7


def timsort(a, v):
    """Sorts the list a, moving what is in v (or None) with it. Whatever is raised, both are permuted only."""
    n = len(a)
    min_run, lost = n, 0
    while min_run >= 64:
        lost |= min_run & 1
        min_run >>= 1
    min_run += lost
    runs = []  # of [start, length, power]
    gallop = [MIN_GALLOP]
    start = 0
    while start < n:
        length = count_run(a, v, start, n)
        if length < min_run:
            forced = min(min_run, n - start)
            insert(a, v, start, start + length, start + forced)
            length = forced
        if runs:
            power = power_between(runs[-1][0], runs[-1][1], length, n)
            while len(runs) > 1 and runs[-2][2] > power:
                merge_at(a, v, runs, len(runs) - 2, gallop)
            runs[-1][2] = power
        runs.append([start, length, 0])
        start += length
    while len(runs) > 1:
        i = len(runs) - 2
        if i > 0 and runs[i - 1][1] < runs[i + 1][1]:
            i -= 1
        merge_at(a, v, runs, i, gallop)


def turn_part(a, v, start, end):
    a[start:end] = a[start:end][::-1]
    if v is not None:
        v[start:end] = v[start:end][::-1]


def count_run(a, v, start, end):
    i = start + 1
    while i < end:
        if a[i] < a[i - 1]:
            break
        i += 1
    if i == end:
        return end - start
    if i - start > 1:
        if a[start] < a[i - 1]:
            return i - start
        turn_part(a, v, start, i)
    i += 1
    equal = 0
    while i < end:
        if a[i] < a[i - 1]:
            if equal:
                turn_part(a, v, i - equal - 1, i)
                equal = 0
        elif a[i - 1] < a[i]:
            break
        else:
            equal += 1
        i += 1
    if equal:
        turn_part(a, v, i - equal - 1, i)
    turn_part(a, v, start, i)
    while i < end:
        if a[i] < a[i - 1]:
            break
        i += 1
    return i - start


def insert(a, v, start, sorted_end, end):
    for i in range(sorted_end, end):
        pivot = a[i]
        left, right = start, i
        while left < right:
            middle = (left + right) >> 1
            if pivot < a[middle]:
                right = middle
            else:
                left = middle + 1
        a[left + 1:i + 1] = a[left:i]
        a[left] = pivot
        if v is not None:
            pivot = v[i]
            v[left + 1:i + 1] = v[left:i]
            v[left] = pivot


def power_between(start, n1, n2, n):
    a = 2 * start + n1
    b = a + n1 + n2
    power = 0
    while True:
        power += 1
        if a >= n:
            a -= n
            b -= n
        elif b >= n:
            return power
        a <<= 1
        b <<= 1


def gallop_left(key, a, base, n, hint):
    """Where key belongs among the n items of a from base on, to the left of equal ones."""
    last, step = 0, 1
    if a[base + hint] < key:
        most = n - hint
        while step < most and a[base + hint + step] < key:
            last = step
            step = step * 2 + 1
        if step > most:
            step = most
        last += hint
        step += hint
    else:
        most = hint + 1
        while step < most:
            if a[base + hint - step] < key:
                break
            last = step
            step = step * 2 + 1
        if step > most:
            step = most
        last, step = hint - step, hint - last
    last += 1
    while last < step:
        middle = last + (step - last >> 1)
        if a[base + middle] < key:
            last = middle + 1
        else:
            step = middle
    return step


def gallop_right(key, a, base, n, hint):
    """The same, to the right of equal ones."""
    last, step = 0, 1
    if key < a[base + hint]:
        most = hint + 1
        while step < most and key < a[base + hint - step]:
            last = step
            step = step * 2 + 1
        if step > most:
            step = most
        last, step = hint - step, hint - last
    else:
        most = n - hint
        while step < most:
            if key < a[base + hint + step]:
                break
            last = step
            step = step * 2 + 1
        if step > most:
            step = most
        last += hint
        step += hint
    last += 1
    while last < step:
        middle = last + (step - last >> 1)
        if key < a[base + middle]:
            step = middle
        else:
            last = middle + 1
    return step


def merge_at(a, v, runs, i, gallop):
    start, na, _ = runs[i]
    other, nb, _ = runs[i + 1]
    runs[i][1] = na + nb
    del runs[i + 1]
    k = gallop_right(a[other], a, start, na, 0)
    start += k
    na -= k
    if not na:
        return
    nb = gallop_left(a[start + na - 1], a, other, nb, nb - 1)
    if nb <= 0:
        return
    if na <= nb:
        merge_low(a, v, start, na, nb, gallop)
    else:
        merge_high(a, v, start, na, nb, gallop)


def merge_low(a, v, to, na, nb, gallop):
    """The first run waits in t, and the gap that it leaves is filled from the left."""
    t = a[to:to + na]
    tv = v[to:to + na] if v is not None else None
    x, b = 0, to + na

    def from_list(n):
        nonlocal to, b, nb
        a[to:to + n] = a[b:b + n]
        if v is not None:
            v[to:to + n] = v[b:b + n]
        to += n
        b += n
        nb -= n

    def from_temp(n):
        nonlocal to, x, na
        a[to:to + n] = t[x:x + n]
        if v is not None:
            v[to:to + n] = tv[x:x + n]
        to += n
        x += n
        na -= n

    done = False
    try:
        from_list(1)
        if not nb:
            return
        if na == 1:
            done = True
            return
        least = gallop[0]
        while True:
            won_a = won_b = 0
            while True:
                if a[b] < t[x]:
                    from_list(1)
                    won_b += 1
                    won_a = 0
                    if not nb:
                        return
                    if won_b >= least:
                        break
                else:
                    from_temp(1)
                    won_a += 1
                    won_b = 0
                    if na == 1:
                        done = True
                        return
                    if won_a >= least:
                        break
            least += 1
            while True:
                least -= least > 1
                gallop[0] = least
                won_a = gallop_right(a[b], t, x, na, 0)
                if won_a:
                    from_temp(won_a)
                    if na == 1:
                        done = True
                        return
                    if not na:
                        return
                from_list(1)
                if not nb:
                    return
                won_b = gallop_left(t[x], a, b, nb, 0)
                if won_b:
                    from_list(won_b)
                    if not nb:
                        return
                from_temp(1)
                if na == 1:
                    done = True
                    return
                if won_a < MIN_GALLOP and won_b < MIN_GALLOP:
                    break
            least += 1
            gallop[0] = least
    finally:
        if done:
            from_list(nb)
        from_temp(na)


def merge_high(a, v, start, na, nb, gallop):
    """The second run waits in t, and the gap is filled from the right."""
    t = a[start + na:start + na + nb]
    tv = v[start + na:start + na + nb] if v is not None else None
    to = start + na + nb  # behind the gap

    def from_list(n):
        nonlocal to, na
        a[to - n:to] = a[start + na - n:start + na]
        if v is not None:
            v[to - n:to] = v[start + na - n:start + na]
        to -= n
        na -= n

    def from_temp(n):
        nonlocal to, nb
        a[to - n:to] = t[nb - n:nb]
        if v is not None:
            v[to - n:to] = tv[nb - n:nb]
        to -= n
        nb -= n

    done = False
    try:
        from_list(1)
        if not na:
            return
        if nb == 1:
            done = True
            return
        least = gallop[0]
        while True:
            won_a = won_b = 0
            while True:
                if t[nb - 1] < a[start + na - 1]:
                    from_list(1)
                    won_a += 1
                    won_b = 0
                    if not na:
                        return
                    if won_a >= least:
                        break
                else:
                    from_temp(1)
                    won_b += 1
                    won_a = 0
                    if nb == 1:
                        done = True
                        return
                    if won_b >= least:
                        break
            least += 1
            while True:
                least -= least > 1
                gallop[0] = least
                won_a = na - gallop_right(t[nb - 1], a, start, na, na - 1)
                if won_a:
                    from_list(won_a)
                    if not na:
                        return
                from_temp(1)
                if nb == 1:
                    done = True
                    return
                won_b = nb - gallop_left(a[start + na - 1], t, 0, nb, nb - 1)
                if won_b:
                    from_temp(won_b)
                    if nb == 1:
                        done = True
                        return
                    if not nb:
                        return
                from_list(1)
                if not na:
                    return
                if won_a < MIN_GALLOP and won_b < MIN_GALLOP:
                    break
            least += 1
            gallop[0] = least
    finally:
        if done:
            from_list(na)
        from_temp(nb)
