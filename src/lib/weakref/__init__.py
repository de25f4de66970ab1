"""Weak references, and containers that hold them."""

import _engine as _e

ref = ReferenceType = _e.ReferenceType
_elsewhere = ('WeakValueDictionary', 'WeakKeyDictionary', 'KeyedRef', 'WeakMethod', 'finalize', 'WeakSet')
_proxies = {'proxy': '_proxy.proxy', 'ProxyType': '_proxy.ProxyType', 'CallableProxyType': '_proxy.CallableProxyType'}
__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType', 'CallableProxyType',
           'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']


def getweakrefcount(object, /):
    return len(getweakrefs(object))


def getweakrefs(object, /):
    return _e.weakrefs(object)


def __getattr__(name):
    if name in _elsewhere:
        value = getattr(__import__('weakref._containers', fromlist=['*']), name)
    elif name in _proxies:
        value = _e.prelude(_proxies[name])
    elif name == 'ProxyTypes':
        value = (__getattr__('ProxyType'), __getattr__('CallableProxyType'))
    else:
        raise AttributeError(f"module 'weakref' has no attribute {name!r}")
    globals()[name] = value
    return value
