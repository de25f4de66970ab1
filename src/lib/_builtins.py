# Built-in functions, where Python code is involved (mod/builtins.c has their plain cases).

# This file defines functions under the names of built-in ones: the plain ones are kept first.
_getattr = getattr
_next = next
_anext = anext
_ascii = ascii
_bin = bin
_oct = oct
_hex = hex
_chr = chr

_missing = object()


def print(args, sep=None, end=None, file=None, flush=False):
    if file is None:
        import sys
        file = sys.stdout
        if file is None:
            return
    if sep is None:
        sep = ' '
    elif not isinstance(sep, str):
        raise TypeError(f'sep must be None or a string, not {type(sep).__name__}')
    if end is None:
        end = '\n'
    elif not isinstance(end, str):
        raise TypeError(f'end must be None or a string, not {type(end).__name__}')
    write = file.write
    first = True
    for x in args:
        if not first:
            write(sep)
        first = False
        write(str(x))
    write(end)
    if flush:
        file.flush()


def input(prompt=''):
    import sys
    stdin = sys.stdin
    if stdin is None:
        raise RuntimeError('input(): lost sys.stdin')
    sys.stdout.write(str(prompt))
    sys.stdout.flush()
    line = stdin.readline()
    if not line:
        raise EOFError('EOF when reading a line')
    return line[:-1] if line[-1] == '\n' else line


def getattr(obj, name, default=_missing):
    if default is _missing:
        return _call_special(obj, '__getattribute__', name)
    try:
        return _getattr(obj, name)
    except AttributeError:
        return default


def hasattr(obj, name):
    try:
        _getattr(obj, name)
    except AttributeError:
        return False
    return True


def next(iterator, default=_missing):
    try:
        return _next(iterator)
    except StopIteration:
        return default


def anext(iterator, default=None):
    return _anext_awaitable(_get_awaitable(_anext(iterator)), default)


def ascii(obj):
    text = repr(obj)
    return text if text.isascii() else ''.join([c if c < '\x80' else _ascii(c)[1:-1] for c in text])


def bin(n):
    return _bin(_index(n))


def oct(n):
    return _oct(_index(n))


def hex(n):
    return _hex(_index(n))


def chr(n):
    return _chr(_index(n))


def all(iterable):
    for x in iterable:
        if not x:
            return False
    return True


def any(iterable):
    for x in iterable:
        if x:
            return True
    return False


def sum(iterable, start=0):
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    if isinstance(start, bytes):
        raise TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
    if isinstance(start, bytearray):
        raise TypeError("sum() can't sum bytearray [use b''.join(seq) instead]")
    total = start
    iterator = _each(iter(iterable))
    if _is_exact(total, int):
        for x in _each(iterator):
            if not _is_exact(x, int):
                if _is_exact(x, float):
                    return _sum_floats(iterator, total + x)
                total = total + x
                break
            total = total + x
        else:
            return total
    elif _is_exact(total, float):
        return _sum_floats(iterator, total)
    for x in _each(iterator):
        total = total + x
    return total


def _sum_floats(iterator, total):
    # Neumaier's compensated summation, as CPython's since 3.12.
    compensation = 0.0
    for x in _each(iterator):
        if _is_exact(x, float):
            t = total + x
            if abs(total) >= abs(x):
                compensation += (total - t) + x
            else:
                compensation += (x - t) + total
            total = t
        elif _is_exact(x, int):
            total += float(x)
        else:
            if compensation and compensation - compensation == 0.0:
                total += compensation
            total = total + x
            for x in _each(iterator):
                total = total + x
            return total
    if compensation and compensation - compensation == 0.0:
        return total + compensation
    return total


def min(args, key=None, default=_missing):
    return _extreme(args, key, default, 'min')


def max(args, key=None, default=_missing):
    return _extreme(args, key, default, 'max')


def _extreme(args, key, default, name):
    if len(args) == 1:
        iterator = _each(iter(args[0]))
        best = _next_or(iterator)
        if best is _missing:
            if default is not _missing:
                return default
            raise ValueError(f'{name}() iterable argument is empty')
    else:
        if default is not _missing:
            raise TypeError(f'Cannot specify a default for {name}() with multiple positional arguments')
        iterator = iter(args)
        best = _next(iterator)
    smallest = name == 'min'
    if key is None:
        if smallest:
            for x in _each(iterator):
                if x < best:
                    best = x
        else:
            for x in _each(iterator):
                if x > best:
                    best = x
        return best
    best_key = key(best)
    for x in _each(iterator):
        k = key(x)
        if (k < best_key) if smallest else (k > best_key):
            best = x
            best_key = k
    return best


def _next_or(iterator):
    for x in _each(iterator):
        return x
    return _missing


def pow(base, exp, mod=None):
    if mod is None:
        return base ** exp
    a, b = type(base), type(exp)
    reflected = a is not b and _has_special(exp, '__rpow__')
    if reflected and issubclass(b, a) and (not _has_special(base, '__rpow__')
                                           or _type_lookup(a, '__rpow__') is not _type_lookup(b, '__rpow__')):
        result = _call_special(exp, '__rpow__', base, mod)
        if result is not NotImplemented:
            return result
        reflected = False
    if _has_special(base, '__pow__'):
        result = _call_special(base, '__pow__', exp, mod)
        if result is not NotImplemented:
            return result
    if reflected:
        result = _call_special(exp, '__rpow__', base, mod)
        if result is not NotImplemented:
            return result
    if isinstance(mod, float):
        raise TypeError("pow() 3rd argument not allowed unless all arguments are integers")
    raise TypeError(f"unsupported operand type(s) for ** or pow(): '{type(base).__name__}', "
                    f"'{type(exp).__name__}', '{type(mod).__name__}'")


def round(number, ndigits=None):
    if not _has_special(number, '__round__'):
        raise TypeError(f"type {type(number).__name__} doesn't define __round__ method")
    if ndigits is None:
        return _call_special(number, '__round__')
    return _call_special(number, '__round__', ndigits)


def isinstance(obj, cls):
    return _isinstance(obj, cls, 0)


def _isinstance(obj, cls, depth):
    if type(cls) is type:
        return _plain_isinstance(obj, cls)
    if type(obj) is cls:
        return True
    if type(cls) is tuple:
        for c in cls:
            if _isinstance(obj, c, depth + 1):
                return True
        return False
    if _has_special(cls, '__instancecheck__'):
        return bool(_call_special(cls, '__instancecheck__', obj))
    bases = _getattr_or(cls, '__bases__', None)
    if type(bases) is not tuple:
        raise TypeError('isinstance() arg 2 must be a type, a tuple of types, or a union')
    return _plain_isinstance(obj, cls)


def _plain_isinstance(obj, cls):
    if cls in _mro(_type_of(obj)):
        return True
    c = _getattr_or(obj, '__class__', None)
    return c is not _type_of(obj) and _is_type(c) and cls in _mro(c)


def _is_type(c):
    return type in _mro(_type_of(c))


def issubclass(cls, classes):
    if not _is_type(cls) and type(_getattr_or(cls, '__bases__', None)) is not tuple:
        raise TypeError('issubclass() arg 1 must be a class')
    return _issubclass(cls, classes)


def _issubclass(cls, classes):
    if type(classes) is type:
        return classes in _mro(cls)
    if type(classes) is tuple:
        for c in classes:
            if _issubclass(cls, c):
                return True
        return False
    if _has_special(classes, '__subclasscheck__'):
        return bool(_call_special(classes, '__subclasscheck__', cls))
    raise TypeError('issubclass() arg 2 must be a class, a tuple of classes, or a union')


def build_class(func, name, bases, kwds=None):
    orig = bases
    if False in [_is_type(b) for b in bases]:
        resolved = []
        for b in bases:
            if not _is_type(b) and hasattr(b, '__mro_entries__'):
                entries = b.__mro_entries__(bases)
                if not isinstance(entries, tuple):
                    raise TypeError('__mro_entries__ must return a tuple')
                resolved.extend(entries)
            else:
                resolved.append(b)
        bases = tuple(resolved)
    kwds = dict(kwds) if kwds else {}
    if 'metaclass' in kwds:
        meta = kwds.pop('metaclass')
    else:
        meta = _type_of(bases[0]) if bases else type
    if _is_type(meta):
        meta = _type_winner(meta, bases)
    prepare = getattr_plain(meta, '__prepare__')
    if prepare is None:
        ns = {}
    else:
        ns = prepare(name, bases, **kwds)
        if not _has_special(ns, '__getitem__'):
            raise TypeError(f'{meta.__name__ if _is_type(meta) else "<metaclass>"}.__prepare__() must return a mapping, not {type(ns).__name__}')
    cell = _run_class_body(func, ns)
    if bases is not orig:
        ns['__orig_bases__'] = orig
    cls = meta(name, bases, ns, **kwds)
    return cls


def getattr_plain(obj, name):
    try:
        return _getattr(obj, name)
    except AttributeError:
        return None


def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, _feature_version=-1):
    if mode not in ('exec', 'eval', 'single'):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if isinstance(filename, bytes):
        filename = filename.decode()
    if not isinstance(filename, str):
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(filename).__name__}')
    if isinstance(source, str) and '\0' in source:
        raise SyntaxError('source code string cannot contain null bytes')
    return _compile(source, filename, mode, 1 if flags & 0x2000 else 0)


def _namespaces(name, globals, locals):
    if globals is None:
        globals = _caller_globals()
        if locals is None:
            locals = _caller_locals()
    elif not isinstance(globals, dict):
        if name == 'eval':
            raise TypeError('globals must be a real dict; try eval(code, {}, mapping)'
                            if _has_special(globals, '__getitem__') else 'globals must be a dict')
        raise TypeError(f'exec() globals must be a dict, not {type(globals).__name__}')
    if locals is None:
        locals = globals
    elif not _has_special(locals, '__getitem__'):
        raise TypeError('locals must be a mapping' if name == 'eval' else f'locals must be a mapping or None, not {type(locals).__name__}')
    return globals, locals


def eval(source, globals=None, locals=None):
    globals, locals = _namespaces('eval', globals, locals)
    if isinstance(source, (str, bytes, bytearray)):
        source = _compile(source.lstrip(' \t') if isinstance(source, str) else source, '<string>', 'eval', 0)
    elif type(source).__name__ != 'code':
        raise TypeError('eval() arg 1 must be a string, bytes or code object')
    return _run_code(source, globals, locals)


def exec(source, globals=None, locals=None, closure=None):
    globals, locals = _namespaces('exec', globals, locals)
    if isinstance(source, (str, bytes, bytearray)):
        source = _compile(source, '<string>', 'exec', 0)
    elif type(source).__name__ != 'code':
        raise TypeError('exec() arg 1 must be a string, bytes or code object')
    _run_code(source, globals, locals)


def dir(obj=_missing):
    if obj is _missing:
        return sorted(_caller_locals())
    return sorted(_call_special(obj, '__dir__'))


def vars(obj=_missing):
    if obj is _missing:
        return _caller_locals()
    try:
        return obj.__dict__
    except AttributeError:
        raise TypeError('vars() argument must have __dict__ attribute') from None


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(file, (str, bytes, int)) and not _has_special(file, '__fspath__'):
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(file).__name__}')
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    flags = {*mode}
    if flags - {*'axrwb+t'} or len(mode) > len(flags):
        raise ValueError(f'invalid mode: {mode!r}')
    if 't' in flags and 'b' in flags:
        raise ValueError("can't have text and binary mode at once")
    if len(flags & {*'axrw'}) > 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    if not flags & {*'axrw'}:
        raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
    if 'b' in flags:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {'an' if name != 'newline' else 'a'} {name} argument")
    raise FileNotFoundError(2, 'No such file or directory', file)


def breakpoint(args=(), kws=None):
    raise RuntimeError('breakpoint() is not supported here: there is no debugger')


def help(args=()):
    raise NotImplementedError('help() is not supported here')


