# Instructions that turned out to need Python (vm/slow.c, vm/operate.c).


def load_name(namespace, name, globals):
    try:
        return namespace[name]
    except KeyError:
        pass
    if name in globals:
        return globals[name]
    builtins = globals.get('__builtins__')
    if not isinstance(builtins, dict):
        builtins = _attrs_of_module(builtins)
    if name in builtins:
        return builtins[name]
    raise NameError(f"name '{name}' is not defined", name=name)


def _attrs_of_module(module):
    return vars(module)


def contains(container, item):
    try:
        iterator = _each(iter(container))
    except TypeError:
        iterator = None
    if iterator is None:
        raise TypeError(f"argument of type '{type(container).__name__}' is not a container or iterable")
    for x in iterator:
        if x is item or x == item:
            return True
    return False


def repeat(a, b):
    if hasattr(type(b), '__index__'):
        return a * _index(b)
    return _index(a) * b


def call_ex(function, args, kwargs=None):
    try:
        iterator = _each(iter(args))
    except TypeError:
        if hasattr(type(args), '__iter__') or _has_special(args, '__getitem__'):
            raise
        raise TypeError(f"{_callable_name(function)} argument after * must be an iterable, not {type(args).__name__}") from None
    if kwargs is None:
        return function(*[x for x in iterator])
    return function(*[x for x in iterator], **kwargs)


def _callable_name(function):
    module = getattr(function, '__module__', None)
    name = getattr(function, '__qualname__', None)
    if name is None:
        return str(function)
    if module is not None and module != 'builtins':
        return f'{module}.{name}()'
    return f'{name}()'


def format_converted(value, conversion, spec):
    if conversion == 1:
        text = str(value)
    elif conversion == 2:
        text = repr(value)
    else:
        text = ascii(value)
    return format(text, spec)


def unpack(iterable, count):
    try:
        iterator = _each(iter(iterable))
    except TypeError:
        if hasattr(type(iterable), '__iter__') or _has_special(iterable, '__getitem__'):
            raise
        raise TypeError(f'cannot unpack non-iterable {type(iterable).__name__} object') from None
    items = []
    for item in iterator:
        if len(items) == count:
            if isinstance(iterable, (list, tuple, dict)):
                raise ValueError(f'too many values to unpack (expected {count}, got {len(iterable)})')
            raise ValueError(f'too many values to unpack (expected {count})')
        items.append(item)
        if len(items) == count:
            break
    if len(items) < count:
        raise ValueError(f'not enough values to unpack (expected {count}, got {len(items)})')
    for item in iterator:
        if isinstance(iterable, (list, tuple, dict)):
            raise ValueError(f'too many values to unpack (expected {count}, got {len(iterable)})')
        raise ValueError(f'too many values to unpack (expected {count})')
    return tuple(items)


def unpack_ex(iterable, before, after):
    try:
        iterator = iter(iterable)
    except TypeError:
        if hasattr(type(iterable), '__iter__') or _has_special(iterable, '__getitem__'):
            raise
        raise TypeError(f'cannot unpack non-iterable {type(iterable).__name__} object') from None
    items = []
    if before:
        for item in _each(iterator):
            items.append(item)
            if len(items) == before:
                break
    rest = list(iterator) if len(items) == before else []  # as in CPython, this asks for an iterator once more
    n = len(items) + len(rest)
    if n < before + after:
        raise ValueError(f'not enough values to unpack (expected at least {before + after}, got {n})')
    return (*items, rest[:len(rest) - after], *rest[len(rest) - after:])


def set_update(target, iterable):
    add = target.add
    for x in iterable:
        add(x)


def dict_update(target, mapping):
    if not hasattr(mapping, 'keys'):
        raise TypeError(f"'{type(mapping).__name__}' object is not a mapping")
    target.update(mapping)


def dict_merge(target, mapping, function):
    if not hasattr(mapping, 'keys'):
        raise TypeError(f'{_callable_name(function)} argument after ** must be a mapping, not {type(mapping).__name__}')
    if isinstance(mapping, dict) and type(mapping) is not dict:
        mapping = dict(mapping)  # does it go over them in ways of its own?
    for key in mapping.keys():
        if not isinstance(key, str):
            raise TypeError('keywords must be strings')
        if key in target:
            raise TypeError(f"{_callable_name(function)} got multiple values for keyword argument '{key}'")
        target[key] = mapping[key]
