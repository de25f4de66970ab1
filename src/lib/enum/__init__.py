"""Enumerations."""

from types import DynamicClassAttribute, MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique', 'property',
           'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'global_enum', 'global_enum_repr',
           'global_str', 'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'show_flag_values']

_property = property
Enum = Flag = EJECT = ReprEnum = None


class nonmember:
    """Stays an ordinary attribute."""

    def __init__(self, value):
        self.value = value


class member:
    """Becomes a member, whatever it is."""

    def __init__(self, value):
        self.value = value


_null = object()


class auto:
    """A value that the class chooses."""

    def __init__(self, value=_null):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(cls_name, name):
    return name.startswith(f'_{cls_name}__') and not name.endswith('__')


class property(DynamicClassAttribute):
    """A property of members; members may have the same name on the class."""

    member = None
    _attr_type = None
    _cls_type = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        if self.fget is not None:
            return self.fget(instance)
        if self.member is not None:
            return self.member
        raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class EnumDict(dict):
    """The namespace of an enum's class body: notes which names are members, in order."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name
        self._generate_next_value = None

    def _next(self, key):
        self._auto_called = True
        return self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])

    def __setitem__(self, key, value):
        if Enum is None or self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
                           '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_', '_use_args_', '_member_type_',
                           '_value_repr_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError(f'_ignore_ cannot specify already set names: {already!r}')
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member):
            value = value.value
            self._member_names[key] = None
            self._last_values.append(value)
        elif _is_descriptor(value) or type(value).__name__ == 'partial':
            if key in self and key in self._member_names:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
        else:
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, auto):
                if value.value is _null:
                    value.value = self._next(key)
                value = value.value
            elif type(value) is tuple and any([isinstance(v, auto) for v in value]):
                items = []
                for v in value:
                    if isinstance(v, auto):
                        if v.value is _null:
                            v.value = self._next(key)
                        v = v.value
                        self._last_values.append(v)
                    items.append(v)
                value = tuple(items)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    @_property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more):
        for key in members.keys() if hasattr(members, 'keys') else ():
            self[key] = members[key]
        if not hasattr(members, 'keys'):
            for key, value in members:
                self[key] = value
        for key, value in more.items():
            self[key] = value


def _forward(method):
    def forward(self, *args):
        return method(self, *args)
    return forward


class EnumType(type):
    """The metaclass of enums."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        space = EnumDict(cls)
        member_type, first = metacls._get_mixins_(cls, bases)
        if first is not None:
            space._generate_next_value = getattr(first, '_generate_next_value_', None)
        return space

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        ignored = classdict._ignore
        for key in ignored + ['_ignore_']:
            classdict.pop(key, None)
        names = list(classdict._member_names)
        invalid = {'mro', ''} & set(names)
        if invalid:
            raise ValueError(f'invalid enum member name(s) {",".join([repr(n) for n in invalid])}')
        order = classdict.pop('_order_', None)
        member_type, first = metacls._get_mixins_(cls, bases)
        space = dict(classdict)
        values = {name: space.pop(name) for name in names}
        new, save_new, use_args = metacls._find_new_(space, member_type, first)
        gnv = space.get('_generate_next_value_')
        if gnv is not None and not isinstance(gnv, staticmethod):
            space['_generate_next_value_'] = staticmethod(gnv)
        space['_new_member_'] = new
        space['_use_args_'] = use_args
        space['_member_names_'] = []
        space['_member_map_'] = {}
        space['_value2member_map_'] = {}
        space['_hashable_values_'] = []
        space['_unhashable_values_'] = []
        space['_member_type_'] = member_type
        space['_value_repr_'] = metacls._find_data_repr_(cls, bases)
        is_flag = Flag is not None and any([issubclass(b, Flag) for b in bases]) or cls == 'Flag' and Flag is None
        if is_flag:
            space['_boundary_'] = boundary or getattr(first, '_boundary_', None)
            space['_flag_mask_'] = 0
            space['_singles_mask_'] = 0
            space['_all_bits_'] = 0
            space['_inverted_'] = None
        if member_type is not object and Enum is not None and '__reduce_ex__' not in space:
            pass
        enum_class = super().__new__(metacls, cls, bases, space, **kwds)
        enum_class._defining = True
        try:
            for name in names:
                enum_class._make_member_(name, values[name])
        finally:
            type.__delattr__(enum_class, '_defining')
        # str(), repr() and format() of a mixed-in type do not win over Enum's own, unless the class is a ReprEnum.
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name in space or Enum is None:
                continue
            found = getattr(enum_class, name)
            data = getattr(member_type, name, None)
            if found in (data, getattr(object, name)) and found is not getattr(first, name):
                setattr(enum_class, name, getattr(first, name))
        if ReprEnum is not None and ReprEnum in bases and member_type is not object:
            if '__format__' not in space:
                type.__setattr__(enum_class, '__format__', _forward(member_type.__format__))
            if '__str__' not in space:
                method = member_type.__str__
                type.__setattr__(enum_class, '__str__', _forward(member_type.__repr__ if method is object.__str__ else method))
        if Flag is not None and issubclass(enum_class, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in space:
                    type.__setattr__(enum_class, name, getattr(Flag, name))
        if save_new:
            enum_class.__new_member__ = new
        enum_class.__new__ = Enum.__new__
        if order is not None:
            order = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
            if Flag is None or not issubclass(enum_class, Flag):
                order = [o for o in order if o not in enum_class._member_map_ or o in enum_class._member_names_]
            if order != enum_class._member_names_:
                raise TypeError(f'member order does not match _order_:\n  {enum_class._member_names_!r}\n  {order!r}')
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def _make_member_(cls, name, value):
        member_type = cls._member_type_
        args = value if isinstance(value, tuple) else (value,)
        if member_type is tuple:
            args = (args,)
        if not cls._use_args_:
            made = cls._new_member_(cls)
        else:
            made = cls._new_member_(cls, *args)
        if not hasattr(made, '_value_'):
            if member_type is object:
                made._value_ = value
            else:
                try:
                    made._value_ = member_type(*args)
                except Exception as exc:
                    error = TypeError('_value_ not set in __new__, unable to create it')
                    error.__cause__ = exc
                    raise error
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        is_flag = Flag is not None and issubclass(cls, Flag)
        same = None
        for other in cls._member_map_.values():
            if other._value_ == value:
                same = other
                break
        if same is not None:
            made = same
        elif is_flag and isinstance(value, int):
            if not isinstance(value, int):
                pass
            type.__setattr__(cls, '_flag_mask_', cls._flag_mask_ | value)
            if value > 0 and value & (value - 1) == 0:
                type.__setattr__(cls, '_singles_mask_', cls._singles_mask_ | value)
            type.__setattr__(cls, '_all_bits_', 2 ** (cls._flag_mask_.bit_length()) - 1)
            if value > 0 and value & (value - 1) == 0:
                cls._member_names_.append(name)
        else:
            cls._member_names_.append(name)
        cls._add_member_(name, made)
        try:
            cls._value2member_map_.setdefault(value, made)
            if value not in cls._hashable_values_:
                cls._hashable_values_.append(value)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _add_member_(cls, name, made):
        found = None
        for base in cls.__mro__[1:]:
            attr = base.__dict__.get(name)
            if attr is not None and isinstance(attr, (property, DynamicClassAttribute)):
                found = attr
                break
        if found is not None:
            redirect = property()
            redirect.member = made
            redirect.__set_name__(cls, name)
            redirect.fget, redirect.fset, redirect.fdel = found.fget, found.fset, found.fdel
            type.__setattr__(cls, name, redirect)
        else:
            type.__setattr__(cls, name, made)
        cls._member_map_[name] = made

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_null, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _null:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _null and type is None:
            return cls.__new__(cls, value)
        return cls._create_(value, None if names is _null else names, module=module, qualname=qualname, type=type, start=start,
                            boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if Flag is not None and issubclass(cls, Flag):
            try:
                return cls._missing_(value) is not None or value in cls._value2member_map_
            except (ValueError, TypeError):
                return False
        try:
            return value in cls._value2member_map_ or value in cls._unhashable_values_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {attr!r}.')
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__', '__module__', '__name__',
                 '__qualname__', '__init_subclass__', *cls._member_names_}
        if cls._member_type_ is object:
            return sorted(names)
        return sorted({*names, *dir(cls._member_type_)})

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f'<flag {cls.__name__!r}>'
        return f'<enum {cls.__name__!r}>'

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first = cls._get_mixins_(class_name, bases)
        space = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last = names, [], []
            for count, name in enumerate(original):
                value = first._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        if names is None:
            names = ()
        for item in names:
            if isinstance(item, str):
                name, value = item, names[item]
            else:
                name, value = item
            space[name] = value
        if module is None:
            import sys
            try:
                module = sys._getframe(2).f_globals['__name__']
            except (ValueError, KeyError):
                module = '__main__'
        space['__module__'] = module
        if qualname is not None:
            space['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, space, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f'<enum {class_name!r}> cannot extend {base!r}')

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        if not bases:
            return object, Enum
        first = bases[-1]
        if not isinstance(first, EnumType):
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
        return mcls._find_data_type_(class_name, bases) or object, first

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if '__repr__' in base.__dict__:
                    if '__dataclass_fields__' in base.__dict__ and base.__dict__['__dataclass_params__'].repr:
                        return _dataclass_repr
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = []
        seen = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                seen.append(base)
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in found:
                            found.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    if (candidate or base) not in found:
                        found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError(f'too many data types for {class_name!r}: {set(found)!r}')
        return found[0] if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first):
        new = classdict.get('__new__')
        save = first is not None and new is not None
        if new is None:
            for name in ('__new_member__', '__new__'):
                for possible in (member_type, first):
                    target = getattr(possible, name, None)
                    if target not in (None, None.__new__, object.__new__, getattr(Enum, '__new__', None)):
                        new = target
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        elif isinstance(new, staticmethod):
            new = new.__func__
        return new, save, not (first is None or new is object.__new__)


EnumMeta = EnumType


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ', '.join([f'{k}={getattr(self, k)!r}' for k in fields if fields[k].repr])


class Enum(metaclass=EnumType):
    """A base class of enumerations."""

    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_values_ = []
    _hashable_values_ = []
    _member_type_ = object
    _value_repr_ = None
    _use_args_ = False

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for made in cls._member_map_.values():
                if made._value_ == value:
                    return made
        if not cls._member_map_:
            if getattr(cls, '_defining', False) is False and not (Flag is not None and issubclass(cls, Flag)):
                raise TypeError(f'{cls!r} has no members defined' if value is not _null else f'{cls!r} has no members; specify `names=()` '
                                'if you meant to create a new, empty, enum')
        result = exc = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            exc = e
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            shown = value if value is not _null else '(no value)'
            error = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            if result is None and exc is None:
                raise error
            if exc is None:
                exc = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
            if not isinstance(exc, ValueError):
                exc.__context__ = error
            raise exc
        finally:
            exc = error = None

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f'<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__'}
        if self.__class__._member_type_ is not object:
            names = set(object.__dir__(self))
        for name in getattr(self, '__dict__', []):
            if name[0] != '_' and name not in self._member_map_:
                names.add(name)
        names.update({'name', 'value'})
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """Only repr() is Enum's: str() and format() are those of the mixed-in type."""


class IntEnum(int, ReprEnum):
    """Members are integers too."""


class StrEnum(str, ReprEnum):
    """Members are strings too."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        for i, what in ((0, None), (1, 'encoding'), (2, 'errors')):
            if len(values) > i and not isinstance(values[i], str):
                raise TypeError(f'{values[0]!r} is not a string' if i == 0 else f'{what} must be a string, not {values[i]!r}')
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What a Flag does with bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value):
    """The single bits of a positive integer, from below."""
    while value:
        low = value & -value
        yield low
        value ^= low


class Flag(Enum, boundary=STRICT):
    """Members can be joined by |, & and ^."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None

    @classmethod
    def _iter_member_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, every = cls._flag_mask_, cls._all_bits_
        negative = None
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {_bin(value, width)}\n  allowed {_bin(mask, width)}')
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = every + 1 + value if cls._boundary_ is not KEEP else max(every + 1, 2 ** value.bit_length()) + value
            if cls._boundary_ in (STRICT, CONFORM, EJECT):
                value &= mask
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        unknown = value & ~mask
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        parts = [m for m in cls._iter_member_(value) if m is not None]
        names = [m._name_ for m in parts]
        left = value
        for m in parts:
            left &= ~m._value_
        if names:
            made._name_ = '|'.join(names)
            if left:
                made._name_ += f'|{cls._numeric_repr_(left)}'
        else:
            made._name_ = None
        return cls._value2member_map_.setdefault(value, made)

    _numeric_repr_ = repr

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return f'<{name}: {show(self._value_)}>'
        return f'<{name}.{self._name_}: {show(self._value_)}>'

    def __str__(self):
        name = self.__class__.__name__
        return f'{name}({self._value_!r})' if self._name_ is None else f'{name}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def _join(self, other, op):
        other = self._get_value(other)
        if other is NotImplemented:
            return NotImplemented
        for flag in (self, other):
            if flag is None:
                raise TypeError(f"'{flag}' cannot be combined with other flags with {op}")
        a = self._value_
        return self.__class__(a | other if op == '|' else a & other if op == '&' else a ^ other)

    def __or__(self, other):
        return self._join(other, '|')

    def __and__(self, other):
        return self._join(other, '&')

    def __xor__(self, other):
        return self._join(other, '^')

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)


def _bin(num, width):
    """A number in two's complement, sign and digits apart: 0b0 1010."""
    if num < 0:
        return f'0b1 {(num + (1 << width)):0{width}b}'
    return f'0b0 {num:0{width}b}'


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are integers too."""


def unique(enumeration):
    """A decorator that refuses aliases."""
    duplicates = [(name, made.name) for name, made in enumeration.__members__.items() if name != made.name]
    if duplicates:
        shown = ', '.join([f'{alias} -> {name}' for alias, name in duplicates])
        raise ValueError(f'duplicate values found in {enumeration!r}: {shown}')
    return enumeration


def __getattr__(name):
    if name in ('EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'verify', 'global_enum', 'global_enum_repr', 'global_str', 'show_flag_values'):
        import enum._more as more
        value = globals()[name] = getattr(more, name)
        return value
    raise AttributeError(f"module 'enum' has no attribute {name!r}")
