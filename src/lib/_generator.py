# Generators, where Python classes are involved (vm/generator.c, vm/asyncgen.c).


_unset = object()


def throw(self, type, value=_unset, traceback=None):
    return self.throw(_make_exception(type, value, traceback, 'throw'))


def athrow(self, type, value=_unset, traceback=None):
    return self.athrow(_make_exception(type, value, traceback, 'athrow'))


def _make_exception(cls, value, traceback, name):
    if value is not _unset:
        import warnings
        warnings.warn(f'the (type, exc, tb) signature of {name}() is deprecated, use the single-arg signature instead.',
                      DeprecationWarning)
    else:
        value = None
    if traceback is not None and type(traceback).__name__ != 'traceback':
        raise TypeError('throw() third argument must be a traceback object')
    if isinstance(cls, BaseException):
        if value is not None:
            raise TypeError('instance exception may not have a separate value')
        exc = cls
    elif not isinstance(cls, type) or not issubclass(cls, BaseException):
        raise TypeError(f'exceptions must be classes or instances deriving from BaseException, not {type(cls).__name__}')
    elif value is None:
        exc = cls()
    elif isinstance(value, cls):
        exc = value
    else:
        exc = cls(*value) if isinstance(value, tuple) else cls(value)
    return exc if traceback is None else exc.with_traceback(traceback)


def step_close(self):
    """close() of what asend(), athrow() and aclose() give: the generator is closed."""
    try:
        self.throw(GeneratorExit)
    except (StopIteration, StopAsyncIteration, GeneratorExit):
        return
    raise RuntimeError('coroutine ignored GeneratorExit')


async def anext_default(awaitable, fallback):
    try:
        return await awaitable
    except StopAsyncIteration:
        return fallback
