"""Functions that are called when the program ends, last registered first."""

_exithandlers = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _exithandlers.append((func, args, kwargs))
    return func


def unregister(func, /):
    _exithandlers[:] = [row for row in _exithandlers if not (row[0] is func or row[0] == func)]


def _clear():
    _exithandlers.clear()


def _ncallbacks():
    return len(_exithandlers)


def _run_exitfuncs():
    from _engine import prelude
    call = prelude('_atexit.call')
    while _exithandlers:
        func, args, kwargs = _exithandlers.pop()
        call(func, args, kwargs)
