# t-strings: string.templatelib.


class Interpolation:
    __slots__ = ('value', 'expression', 'conversion', 'format_spec')
    __match_args__ = ('value', 'expression', 'conversion', 'format_spec')

    def __new__(cls, value, expression='', conversion=None, format_spec=''):
        if conversion is not None and conversion not in ('s', 'r', 'a'):
            raise ValueError('Interpolation() argument \'conversion\' must be one of \'s\', \'a\' or \'r\'')
        self = object.__new__(cls)
        put = object.__setattr__
        put(self, 'value', value)
        put(self, 'expression', expression)
        put(self, 'conversion', conversion)
        put(self, 'format_spec', format_spec)
        return self

    def __setattr__(self, name, value):
        raise AttributeError('readonly attribute')

    def __init_subclass__(cls, **kwds):
        raise TypeError("type 'string.templatelib.Interpolation' is not an acceptable base type")

    def __repr__(self):
        return f'Interpolation({self.value!r}, {self.expression!r}, {self.conversion!r}, {self.format_spec!r})'

    def __class_getitem__(cls, item):
        return _prelude('_types.generic_alias')(cls, item)


class Template:
    __slots__ = ('strings', 'interpolations')

    def __new__(cls, *args):
        strings = []
        found = []
        text = True
        for arg in args:
            if isinstance(arg, str):
                if strings and text:
                    strings[-1] += arg
                else:
                    strings.append(arg)
                text = True
            elif isinstance(arg, Interpolation):
                if not (strings and text):
                    strings.append('')
                found.append(arg)
                text = False
            else:
                raise TypeError(f"Template.__new__ *args need to be of type 'str' or 'Interpolation', got {type(arg).__name__}")
        if len(strings) == len(found):
            strings.append('')
        return template(tuple(strings), tuple(found))

    def __setattr__(self, name, value):
        raise AttributeError('readonly attribute')

    def __init_subclass__(cls, **kwds):
        raise TypeError("type 'string.templatelib.Template' is not an acceptable base type")

    @property
    def values(self):
        return tuple([i.value for i in self.interpolations])

    def __iter__(self):
        return TemplateIter(self)

    def __add__(self, other):
        if not isinstance(other, Template):
            raise TypeError(f'can only concatenate string.templatelib.Template (not "{type(other).__name__}") to string.templatelib.Template')
        middle = self.strings[-1] + other.strings[0]
        return template(self.strings[:-1] + (middle,) + other.strings[1:], self.interpolations + other.interpolations)

    def __repr__(self):
        return f'Template(strings={self.strings!r}, interpolations={self.interpolations!r})'


class TemplateIter:
    def __init__(self, template):
        self._parts = _parts(template)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._parts)


def _parts(template):
    interpolations = iter(template.interpolations)
    for text in template.strings:
        if text:
            yield text
        for i in interpolations:
            yield i
            break


for _c in (Interpolation, Template, TemplateIter):
    _c.__module__ = 'string.templatelib'


def template(strings, interpolations):
    self = object.__new__(Template)
    object.__setattr__(self, 'strings', strings)
    object.__setattr__(self, 'interpolations', interpolations)
    return self


def interpolation(value, expression, conversion, format_spec):
    return Interpolation(value, expression, conversion, format_spec)


def convert(obj, /, conversion):
    if conversion is None:
        return obj
    if conversion == 's':
        return str(obj)
    if conversion == 'r':
        return repr(obj)
    if conversion == 'a':
        return ascii(obj)
    raise ValueError(f'invalid conversion specifier: {conversion}')
