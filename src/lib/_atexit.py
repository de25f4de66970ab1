# One function that was registered with atexit.


def call(func, args, kwargs):
    try:
        func(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as e:
        import sys
        sys.stderr.write(f'Exception ignored in atexit callback {func!r}:\n' + ''.join(_prelude('_traceback.exception_texts')(e)))
