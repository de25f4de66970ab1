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


def iterator_of(iterable, words, end=''):
    try:
        return iter(iterable)
    except TypeError:
        if hasattr(type(iterable), '__iter__') or _has_special(iterable, '__getitem__'):
            raise
        raise TypeError(f'{words} {type(iterable).__name__}{end}') from None


def call_ex(function, args, kwargs=None):
    it = iterator_of(args, f'{_callable_name(function)} argument after * must be an iterable, not')
    if kwargs is None:
        return function(*[x for x in _each(it)])
    return function(*[x for x in _each(it)], **kwargs)


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
    items = []
    for item in _each(iterator_of(iterable, 'cannot unpack non-iterable', ' object')):
        if len(items) == count:
            if isinstance(iterable, (list, tuple, dict)):
                raise ValueError(f'too many values to unpack (expected {count}, got {len(iterable)})')
            raise ValueError(f'too many values to unpack (expected {count})')
        items.append(item)
    if len(items) < count:
        raise ValueError(f'not enough values to unpack (expected {count}, got {len(items)})')
    return tuple(items)


def unpack_ex(iterable, before, after):
    it = iterator_of(iterable, 'cannot unpack non-iterable', ' object')
    items = []
    if before:
        for item in _each(it):
            items.append(item)
            if len(items) == before:
                break
    if len(items) == before:
        items += list(it)  # asks for its iterator once more, as CPython does
    n = len(items)
    if n < before + after:
        raise ValueError(f'not enough values to unpack (expected at least {before + after}, got {n})')
    return (*items[:before], items[before:n - after], *items[n - after:])


def list_extend(target, iterable):
    it = iterator_of(iterable, 'Value after * must be an iterable, not')
    for x in _each(it):
        _list_append(target, x)


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
