# gc.collect: no frame of its own shows when it is what drops a coroutine.


def collect(generation=2):
    import _engine as e
    if not isinstance(generation, int):
        raise TypeError(f"'{type(generation).__name__}' object cannot be interpreted as an integer")
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    found = e.gc_collect()
    if found < 0:  # finalizers have been queued: they run before the next call
        e.gc_collect()
    return abs(found)
