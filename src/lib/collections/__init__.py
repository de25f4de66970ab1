"""Containers beyond the built-in ones. What is imported from here is compiled when it is first asked for."""

import _engine as _e

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque', 'namedtuple']

_homes = {'deque': '_deque.deque', 'defaultdict': '_collections.defaultdict', 'OrderedDict': '_collections.OrderedDict',
          'namedtuple': '_namedtuple.namedtuple'}
_modules = {'Counter': '_counter', 'ChainMap': '_chainmap', 'UserDict': '_user', 'UserList': '_user', 'UserString': '_user'}


def __getattr__(name):
    if name in _homes:
        value = _e.prelude(_homes[name])
    elif name in _modules:
        value = getattr(__import__('collections.' + _modules[name], fromlist=['*']), name)
    elif name == 'abc':
        return __import__('collections.abc', fromlist=['*'])
    else:
        raise AttributeError(f"module 'collections' has no attribute {name!r}")
    globals()[name] = value
    return value
