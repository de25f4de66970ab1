"""Imports by name."""

import sys as _sys

__import__ = __import__


def import_module(name, package=None):
    level = 0
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        while name[level:level + 1] == '.':
            level += 1
        for _ in range(level - 1):
            package, dot, _ = package.rpartition('.')
            if not dot:
                raise ImportError('attempted relative import beyond top-level package')
        name = f'{package}.{name[level:]}' if name[level:] else package
    __import__(name)
    return _sys.modules[name]


def reload(module):
    name = getattr(module, '__name__', None)
    if not isinstance(name, str):
        raise TypeError('reload() argument must be a module')
    if _sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    del _sys.modules[name]
    try:
        new = import_module(name)
    except BaseException:
        _sys.modules[name] = module
        raise
    if new is not module:
        module.__dict__.update(new.__dict__)
        _sys.modules[name] = module
    return module


def invalidate_caches():
    pass
