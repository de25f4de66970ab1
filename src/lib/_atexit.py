# One function that was registered with atexit.


def call(func, args, kwargs):
    try:
        func(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as e:
        _prelude('_traceback.unraisable')(e, func, 'in atexit callback')
