# sys.stdin, sys.stdout, sys.stderr: text streams over the engine's own input and output. Made when first asked for.


class BufferedStream:
    """sys.stdout.buffer and the like: the bytes below the text."""

    closed = False

    def __init__(self, text):
        self._text = text
        self.name = text.name
        self.mode = 'rb' if text.mode == 'r' else 'wb'

    def __repr__(self):
        return f"<_io.Buffered{'Reader' if self.mode == 'rb' else 'Writer'} name='{self.name}'>"

    def fileno(self):
        return self._text._fd

    def isatty(self):
        return False

    def readable(self):
        return self.mode == 'rb'

    def writable(self):
        return self.mode == 'wb'

    def flush(self):
        self._text.flush()

    def write(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return _write_bytes(self._text._fd, bytes(data))

    def read(self, size=-1):
        return self._text.read(size).encode('utf-8', 'surrogateescape')

    def readline(self, size=-1):
        return self._text.readline(size).encode('utf-8', 'surrogateescape')

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class TextIOWrapper:
    encoding = 'utf-8'
    newlines = None
    closed = False
    line_buffering = False
    write_through = False

    def __init__(self, fd, name, mode, errors):
        self._fd = fd
        self.name = name
        self.mode = mode
        self.errors = errors

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='{self.mode}' encoding='utf-8'>"

    _buffer = None

    @property
    def buffer(self):
        if self._buffer is None:
            self._buffer = BufferedStream(self)
        return self._buffer

    def fileno(self):
        return self._fd

    def isatty(self):
        return False

    def readable(self):
        return self._fd == 0

    def writable(self):
        return self._fd != 0

    def seekable(self):
        return False

    def close(self):
        self.closed = True

    def flush(self):
        if self._fd:
            _flush()

    def reconfigure(self, **options):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        if self._fd == 0:
            raise _unsupported('not writable')
        return _write(self._fd, text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def readline(self, size=-1):
        if self._fd:
            raise _unsupported('not readable')
        line = self._rest or _read_line()
        self._rest = ''
        if 0 <= size < len(line):
            self._rest = line[size:]
            line = line[:size]
        return line

    _rest = ''

    def read(self, size=-1):
        text = ''
        while size < 0 or len(text) < size:
            line = self.readline()
            if not line:
                break
            text += line
        if size >= 0 and len(text) > size:
            self._rest = text[size:] + self._rest
            text = text[:size]
        return text

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


def _unsupported(message):
    import io
    return io.UnsupportedOperation(message)


TextIOWrapper.__module__ = '_io'


def make(name):
    if name == 'stdin':
        return TextIOWrapper(0, '<stdin>', 'r', 'strict')
    if name == 'stdout':
        return TextIOWrapper(1, '<stdout>', 'w', 'strict')
    return TextIOWrapper(2, '<stderr>', 'w', 'backslashreplace')
