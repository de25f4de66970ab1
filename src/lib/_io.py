# The module io: streams in memory.


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file' + ('' if isinstance(self, StringIO) else '.'))

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()

    def close(self):
        self.closed = True

    def flush(self):
        self._check()

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def isatty(self):
        self._check()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def seek(self, pos, whence=0, /):
        raise UnsupportedOperation('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None, /):
        raise UnsupportedOperation('truncate')

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = errors = newlines = None


def _size(size):
    if size is None:
        return -1
    if not _has_special(size, '__index__'):
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
    return _index(size)


class _Memory:
    """What StringIO and BytesIO share: a list of pieces that are joined when they are looked at, and a position."""

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def _whole(self):
        if len(self._pieces) != 1:
            self._pieces = [self._empty.join(self._pieces)]
        return self._pieces[0]

    def getvalue(self):
        self._check()
        return self._whole()[:]

    def tell(self):
        self._check()
        return self._at

    def _put(self, data):
        n = len(data)
        if self._at == self._length:
            self._pieces.append(data)
            self._length += n
        elif n:
            whole = self._whole()
            if self._at > self._length:
                whole += self._zero * (self._at - self._length)
            whole = whole[:self._at] + data + whole[self._at + n:]
            self._pieces = [whole]
            self._length = len(whole)
        self._at += n
        return n

    def read(self, size=-1, /):
        self._check()
        size = _size(size)
        whole = self._whole()
        end = self._length if size < 0 else min(self._at + size, self._length)
        data = whole[self._at:end]
        self._at = max(self._at, end)
        return data

    def _line(self, size, newline):
        self._check()
        size = _size(size)
        whole = self._whole()
        if self._at >= self._length:
            return self._empty
        end = whole.find(newline, self._at)
        end = self._length if end < 0 else end + len(newline)
        if 0 <= size < end - self._at:
            end = self._at + size
        data = whole[self._at:end]
        self._at = end
        return data

    def truncate(self, pos=None, /):
        self._check()
        pos = self._at if pos is None else _index(pos)
        if pos < 0:
            raise ValueError(f'Negative size value {pos}')
        if pos < self._length:
            self._pieces = [self._whole()[:pos]]
            self._length = pos
        return pos

    def close(self):
        self.closed = True


class StringIO(_Memory, TextIOBase):
    _empty, _zero = '', '\0'
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f'newline must be str or None, not {type(newline).__name__}')
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._newline = newline
        self._pieces = []
        self._at = self._length = 0
        if initial_value:
            self.write(initial_value)
            self._at = 0

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        self._check()
        n = len(s)
        if self._newline is None:
            s = s.replace('\r\n', '\n').replace('\r', '\n')
        elif self._newline in ('\r', '\r\n'):
            s = s.replace('\n', self._newline)
        self._put(s)
        return n

    def readline(self, size=-1, /):
        return self._line(size, self._newline or '\n')

    def seek(self, pos, whence=0, /):
        self._check()
        pos = _index(pos)
        if whence not in (0, 1, 2):
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        if whence == 0:
            if pos < 0:
                raise ValueError(f'Negative seek position {pos}')
        elif pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        else:
            pos = self._at if whence == 1 else self._length
        self._at = pos
        return pos


class BytesIO(_Memory, BufferedIOBase):
    _empty, _zero = b'', b'\0'

    def __init__(self, initial_bytes=b''):
        self._pieces = []
        self._at = self._length = 0
        if initial_bytes is not None:
            if isinstance(initial_bytes, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            data = bytes(memoryview(initial_bytes))
            self._pieces.append(data)
            self._length = len(data)

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(memoryview(b)))

    def readline(self, size=-1, /):
        return self._line(size, b'\n')

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, buffer, /):
        view = memoryview(buffer)
        data = self.read(len(view))
        view[:len(data)] = data
        return len(data)

    def getbuffer(self):
        return memoryview(bytearray(self.getvalue()))

    def seek(self, pos, whence=0, /):
        self._check()
        pos = _index(pos)
        if whence == 0 and pos < 0:
            raise ValueError(f'negative seek value {pos}')
        if whence not in (0, 1, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if whence:
            pos += self._at if whence == 1 else self._length
        self._at = max(pos, 0)
        return self._at


for _c in (UnsupportedOperation,):
    _c.__module__ = 'io'
for _c in (IOBase, RawIOBase, BufferedIOBase, TextIOBase):
    _c.__module__ = 'io'
for _c in (StringIO, BytesIO):
    _c.__module__ = '_io'
