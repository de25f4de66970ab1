# Generators, where Python classes are involved (vm/generator.c, vm/asyncgen.c).


def throw(self, type, value=None, traceback=None):
    exc = _make_exception(type, value)
    return self.throw(exc) if traceback is None else self.throw(exc.with_traceback(traceback))


def athrow(self, type, value=None, traceback=None):
    return self.athrow(_make_exception(type, value))


def _make_exception(type, value):
    if value is None:
        return type()
    if isinstance(value, tuple):
        return type(*value)
    return value if isinstance(value, type) else type(value)


async def anext_default(awaitable, fallback):
    try:
        return await awaitable
    except StopAsyncIteration:
        return fallback
