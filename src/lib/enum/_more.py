"""The rarer tools of enum."""

from enum import Flag, IntFlag, StrEnum, auto, _bits


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator that checks an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
                if duplicates:
                    shown = ', '.join([f'{alias} -> {n}' for alias, n in duplicates])
                    raise ValueError(f'aliases found in {enumeration!r}: {shown}')
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if issubclass(enumeration, Flag):
                    missing = [1 << i for i in range(low.bit_length(), high.bit_length()) if 1 << i not in values]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    raise ValueError(f'invalid {"flag" if issubclass(enumeration, Flag) else "enum"} {name!r}: missing values '
                                     f'{", ".join([str(m) for m in missing])}')
            elif check is NAMED_FLAGS:
                known = {m.value for m in enumeration}
                for alias, m in enumeration.__members__.items():
                    unnamed = [b for b in _bits(m.value) if b not in known] if m.value > 0 else []
                    if unnamed:
                        raise ValueError(f'invalid Flag {name!r}: alias {alias} is missing value {unnamed[0]}')
        return enumeration


def global_enum_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    return f'{module}.{self._name_}'


def global_str(self):
    return f'{self.__class__.__name__}({self._value_!r})' if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    import sys
    cls.__repr__ = global_enum_repr
    cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def show_flag_values(value):
    return list(_bits(value))
