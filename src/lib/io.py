"""Streams in memory."""

from _engine import prelude as _prelude

__all__ = ['BytesIO', 'StringIO', 'UnsupportedOperation', 'TextIOWrapper', 'IOBase', 'RawIOBase', 'BufferedIOBase', 'TextIOBase', 'SEEK_SET',
           'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE', 'open']
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 131072
BlockingIOError = BlockingIOError
open = open
for _name in ('BytesIO', 'StringIO', 'UnsupportedOperation', 'IOBase', 'RawIOBase', 'BufferedIOBase', 'TextIOBase'):
    globals()[_name] = _prelude('_io.' + _name)
del _name
TextIOWrapper = _prelude('_io_streams.TextIOWrapper')


def text_encoding(encoding, stacklevel=2, /):
    return 'utf-8' if encoding is None else encoding
