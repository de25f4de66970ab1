# Warnings that the engine itself gives (vm/finalize.c).


def never_awaited(message):
    import sys
    sys.stderr.write(f'{_place()}RuntimeWarning: {message}\n')


def _place():
    import sys
    try:
        frame = sys._getframe()
    except ValueError:
        return '<sys>:0: '
    return f'{frame.f_code.co_filename}:{frame.f_lineno}: '
