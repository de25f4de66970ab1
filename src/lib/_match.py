# Patterns of match statements that need more than a look at the type (vm/intrinsic.c).

_SEQUENCE = 32
_MAPPING = 64
_SELF = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def _flags(cls):
    """__abc_tpflags__ of collections.abc.Sequence and Mapping, inherited or by registration."""
    for c in _mro(cls):
        flags = _type_dict(c).get('__abc_tpflags__')
        if flags is not None:
            return flags
    return 0


def _is_abc(cls, flag, name):
    flags = _flags(cls)
    if flags:
        return flags & flag != 0
    abc = _modules().get('collections.abc')
    return abc is not None and issubclass(cls, getattr(abc, name))


def is_sequence(subject):
    cls = _type_of(subject)
    return _is_abc(cls, _SEQUENCE, 'Sequence')


def is_mapping(subject):
    return _is_abc(_type_of(subject), _MAPPING, 'Mapping')


def keys(subject, wanted):
    seen = set()
    values = []
    if _is_exact(subject, dict):
        for key in wanted:
            if key in seen:
                raise ValueError(f'mapping pattern checks duplicate key ({key!r})')
            seen.add(key)
            if key not in subject:
                return None
            values.append(subject[key])
        return tuple(values)
    missing = object()
    get = subject.get
    for key in wanted:
        if key in seen:
            raise ValueError(f'mapping pattern checks duplicate key ({key!r})')
        seen.add(key)
        value = get(key, missing)
        if value is missing:
            return None
        values.append(value)
    return tuple(values)


def rest(subject, taken):
    others = dict(subject)
    for key in taken:
        del others[key]
    return others


def class_(subject, cls, count, names):
    if type not in _mro(_type_of(cls)):
        raise TypeError('called match pattern must be a class')
    if not isinstance(subject, cls):
        return None
    values = []
    seen = []
    if count:
        whole = False
        try:
            places = cls.__match_args__
        except AttributeError:
            places = ()
            for c in _mro(cls):
                if c in _SELF:
                    whole = True
        if not isinstance(places, tuple):
            raise TypeError(f'{cls.__name__}.__match_args__ must be a tuple (got {type(places).__name__})')
        allowed = 1 if whole else len(places)
        if allowed < count:
            raise TypeError(f'{cls.__name__}() accepts {allowed} positional sub-pattern{"" if allowed == 1 else "s"} ({count} given)')
        if whole:
            values.append(subject)
        else:
            for name in places[:count]:
                if not isinstance(name, str):
                    raise TypeError(f'__match_args__ elements must be strings (got {type(name).__name__})')
                if name in seen:
                    raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
                seen.append(name)
                try:
                    values.append(getattr(subject, name))
                except AttributeError:
                    return None
    for name in names:
        if name in seen:
            raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
        seen.append(name)
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(values)
