# collections.namedtuple.

_keywords = frozenset(('False None True and as assert async await break class continue def del elif else except finally for from '
                       'global if import in is lambda nonlocal not or pass raise return try while with yield').split())


class _tuplegetter:
    __slots__ = ('_place', '_doc')

    def __init__(self, place, doc):
        self._place = place
        self._doc = doc

    def __get__(self, obj, owner=None):
        return self if obj is None else tuple.__getitem__(obj, self._place)

    def __set__(self, obj, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, obj):
        raise AttributeError("can't delete attribute")

    def __reduce__(self):
        return _tuplegetter, (self._place, self._doc)


_tuplegetter.__module__ = 'collections'


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    field_names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        seen = set()
        for i, name in enumerate(field_names):
            if not name.isidentifier() or name in _keywords or name.startswith('_') or name in seen:
                field_names[i] = f'_{i}'
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in _keywords:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in field_names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(field_names[len(field_names) - len(defaults):], defaults))
    fields = tuple(field_names)
    count = len(fields)
    args = ', '.join(fields)
    given = args + ',' if count == 1 else args
    scope = {'_tuple_new': tuple.__new__, '__builtins__': {}, '__name__': f'namedtuple_{typename}'}
    __new__ = _run_code(_compile(f'lambda _cls, {args}: _tuple_new(_cls, ({given}))', '<string>', 'eval', 0), scope, scope)
    __new__.__name__ = '__new__'
    __new__.__doc__ = f'Create new instance of {typename}({args})'
    if defaults is not None:
        __new__.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(fields, self)])
        if kwds:
            raise TypeError(f'Got unexpected field names: {list(kwds)!r}')
        return result

    def __repr__(self):
        return f'{self.__class__.__name__}({", ".join([f"{name}={value!r}" for name, value in zip(fields, self)])})'

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    made = (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__)
    for method in made:
        method.__qualname__ = f'{typename}.{method.__name__}'
    namespace = {'__doc__': f'{typename}({args})', '__slots__': (), '_fields': fields, '_field_defaults': field_defaults,
                 '__new__': __new__, '_make': _make, '__replace__': _replace, '_replace': _replace, '__repr__': __repr__,
                 '_asdict': _asdict, '__getnewargs__': __getnewargs__, '__match_args__': fields}
    for i, name in enumerate(fields):
        namespace[name] = _tuplegetter(i, f'Alias for field number {i}')
    result = type(typename, (tuple,), namespace)
    result.__module__ = module if module is not None else (_caller_globals() or {}).get('__name__', '__main__')
    return result


namedtuple.__module__ = 'collections'
