"""The little of an operating system that there is here: names, paths, an environment without variables, no files."""

import os.path as path
import sys as _sys

name = 'posix'
sep, altsep, extsep, pathsep, linesep, curdir, pardir, devnull, defpath = '/', None, '.', ':', '\n', '.', '..', '/dev/null', '/bin:/usr/bin'
error = OSError
environ = {}
supports_bytes_environ = False
_sys.modules['posixpath'] = path
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
EX_OK = 0


def getcwd():
    return '/'


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    pass


def unsetenv(name, /):
    pass


def getpid():
    return 42


def getppid():
    return 1


def getlogin():
    raise OSError(6, 'No such device or address')


def cpu_count():
    return 1


process_cpu_count = cpu_count


def urandom(size, /):
    import random
    return random.SystemRandom().randbytes(size)


def strerror(code, /):
    return {1: 'Operation not permitted', 2: 'No such file or directory', 13: 'Permission denied', 17: 'File exists',
            20: 'Not a directory', 21: 'Is a directory', 22: 'Invalid argument'}.get(code, f'Unknown error {code}')


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        f = type(path).__fspath__
    except AttributeError:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}') from None
    found = f(path)
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(f'expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(found).__name__}')


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


def _exit(status):
    raise SystemExit(status)


def _missing(path):
    raise FileNotFoundError(2, 'No such file or directory', path)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    _missing(path)


def lstat(path, *, dir_fd=None):
    _missing(path)


def listdir(path='.'):
    if path in ('.', '/'):
        return []
    _missing(path)


def scandir(path='.'):
    return iter(listdir(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    return iter([(top, [], [])] if top in ('.', '/') else [])


def access(path, mode, **kwds):
    return False


def remove(path, *, dir_fd=None):
    _missing(path)


unlink = remove


def rmdir(path, *, dir_fd=None):
    _missing(path)


def chdir(path):
    if path not in ('.', '/'):
        _missing(path)


def mkdir(path, mode=0o777, *, dir_fd=None):
    raise OSError(30, 'Read-only file system', path)


def makedirs(name, mode=0o777, exist_ok=False):
    raise OSError(30, 'Read-only file system', name)


def rename(src, dst, **kwds):
    raise FileNotFoundError(2, 'No such file or directory', src, None, dst)


replace = rename


def open(path, flags, mode=0o777, *, dir_fd=None):
    _missing(path)


def get_terminal_size(fd=1):
    raise OSError(25, 'Inappropriate ioctl for device')


def __getattr__(name):
    if name == 'PathLike':
        from abc import ABC, abstractmethod

        class PathLike(ABC):
            __slots__ = ()

            @abstractmethod
            def __fspath__(self):
                raise NotImplementedError

            @classmethod
            def __subclasshook__(cls, subclass):
                return any(['__fspath__' in c.__dict__ for c in subclass.__mro__]) or NotImplemented if cls is PathLike else NotImplemented
        globals()[name] = PathLike
        return PathLike
    raise AttributeError(f"module 'os' has no attribute {name!r}")
