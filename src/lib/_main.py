# Code with top-level await (host/engine.c): its coroutine is run on an event loop, as the prompt of `python -m asyncio` does.


def run_coroutine(coro):
    import asyncio
    return asyncio.run(coro)


def reprs(value):
    """id -> repr of everything in a result that the host can not be given as a value of its own (host/encode.c)."""
    found = {}
    _collect(value, found, 0)
    return found


def _collect(value, found, depth):
    if isinstance(value, (int, float, str, bytes)) or value is None:
        return
    if depth < 100:
        if isinstance(value, (list, tuple, set, frozenset)):
            for item in value:
                _collect(item, found, depth + 1)
            return
        if isinstance(value, dict):
            for key in value:
                _collect(key, found, depth + 1)
                _collect(value[key], found, depth + 1)
            return
    if id(value) not in found:
        found[id(value)] = repr(value)
