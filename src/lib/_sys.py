# The parts of sys that are made when first asked for (mod/sys.c).

_cache = {}


def getattr_(name):
    import sys
    if name in ('stdout', 'stderr', 'stdin', '__stdout__', '__stderr__', '__stdin__'):
        plain = name.strip('_')
        if plain not in _cache:
            _cache[plain] = _prelude('_io_streams.make')(plain)
        setattr(sys, name, _cache[plain])
        return _cache[plain]
    if name in _makers:
        value = _makers[name]()
        setattr(sys, name, value)
        return value
    raise AttributeError(f"module 'sys' has no attribute {name!r}")


def _version_info():
    return _info('sys.version_info', major=3, minor=14, micro=2, releaselevel='final', serial=0)


def _implementation():
    import types
    return types.SimpleNamespace(name='aiter', cache_tag='aiter-314', version=_version_info(), hexversion=0x030E02F0)


class _Info(tuple):
    pass


def _info(shown, **fields):
    cls = type(shown, (_Info,), {'__repr__': lambda self: f'{shown}({", ".join([f"{k}={v!r}" for k, v in fields.items()])})'})
    for i, key in enumerate(fields):
        setattr(cls, key, property(lambda self, i=i: self[i]))
    return cls(fields.values())


def _float_info():
    return _info('sys.float_info', max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021,
                 min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)


def _int_info():
    return _info('sys.int_info', bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640)


def _hash_info():
    return _info('sys.hash_info', width=64, modulus=2305843009213693951, inf=314159, nan=0, imag=1000003, algorithm='siphash13',
                 hash_bits=64, seed_bits=128, cutoff=0)


def _flags():
    import types
    return types.SimpleNamespace(debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=0, no_user_site=0, no_site=0,
                                 ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=1, isolated=0,
                                 dev_mode=False, utf8_mode=1, warn_default_encoding=0, safe_path=False, int_max_str_digits=4300)


_makers = {'version_info': _version_info, 'implementation': _implementation, 'float_info': _float_info, 'int_info': _int_info,
           'hash_info': _hash_info, 'flags': _flags, 'warnoptions': list, 'builtin_module_names': tuple, 'stdlib_module_names': frozenset,
           'meta_path': list, 'path_hooks': list, 'orig_argv': list}


def module_dir():
    import sys
    return {*sys.__dict__, *_makers, 'stdin', 'stdout', 'stderr', '__stdin__', '__stdout__', '__stderr__'} - {'__getattr__', '__dir__'}


def display(value):
    import sys
    sys.displayhook(value)


def displayhook(value):
    import builtins
    if value is None:
        return
    builtins._ = None
    print(repr(value))
    builtins._ = value
