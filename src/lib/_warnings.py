# Warnings that the engine itself gives (vm/finalize.c).


def never_awaited(what):
    message, code, lineno = what
    import sys
    text = f'{code.co_filename if code else "<sys>"}:{lineno}: RuntimeWarning: {message}\n'
    line = _source_line(code, lineno) if code else None
    if line and line.strip():
        text += f'  {line.strip()}\n'
    sys.stderr.write(text + 'RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n')
