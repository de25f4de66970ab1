"""What float and complex hand over: conversions that call Python, and the one error with two arguments."""

MISSING = object()
STRICT = ".  The ability to return an instance of a strict subclass of {} is deprecated, and may be removed in a future version of Python."


def deprecated(text):
    from warnings import warn
    warn(text, DeprecationWarning)  # at the program's line: frames of the prelude do not count


def called(x):
    """What x.__float__() answers, as a float; NotImplemented when there is no such method."""
    v = _special(x, '__float__')
    if v is NotImplemented or type(v) is float:
        return v
    text = f"{type(x).__name__}.__float__ returned non-float (type {type(v).__name__})"
    if not isinstance(v, float):
        raise TypeError(text)
    deprecated(text + STRICT.format('float'))
    return v.real


def must_be_real(x):
    """The value of a real number, as a float, or as it is when C takes it."""
    if isinstance(x, float):
        return x
    v = called(x)
    if v is not NotImplemented:
        return v
    if not hasattr(type(x), '__index__'):
        raise TypeError(f"must be real number, not {type(x).__name__}")
    return _index(x)


def make(cls, x=0.0):
    v = called(x)
    return _float_of_type(cls, float(_index(x)) if v is NotImplemented else v)


def power(a, b, m=None):
    if m is not None or not isinstance(a, (int, float)) or not isinstance(b, (int, float)):
        return NotImplemented
    raise OverflowError(34, 'Numerical result out of range')


def from_number(cls, number):
    v = float(must_be_real(number))
    return v if cls is float else cls(v)


def round_to(self, ndigits=None):
    return float.__round__(self, _index(ndigits))


def format(self, spec=''):
    return str(self)


# ---------------------------------------------------------------------------------------------------- complex


def special_complex(x):
    v = _special(x, '__complex__')
    if v is NotImplemented or type(v) is complex:
        return v
    if not isinstance(v, complex):
        raise TypeError(f"__complex__ returned non-complex (type {type(v).__name__})")
    deprecated(f"__complex__ returned non-complex (type {type(v).__name__})" + STRICT.format('complex'))
    return v


def is_real(x):
    return hasattr(type(x), '__float__') or hasattr(type(x), '__index__')


def not_real(which, x):
    return f"complex() argument '{which}' must be a real number, not {type(x).__name__}"


def make_complex(cls, real_part=0, imag_part=MISSING):
    v = NotImplemented if type(real_part) is complex else special_complex(real_part)
    if v is NotImplemented:
        v = real_part
    if imag_part is MISSING:
        if isinstance(v, complex):
            return _complex_of_type(cls, v.real, v.imag)
        if isinstance(v, float):
            return _complex_of_type(cls, float.conjugate(v), 0.0)
        if not is_real(v):
            raise TypeError(f"complex() argument must be a string or a number, not {type(v).__name__}")
        return _complex_of_type(cls, float(v), 0.0)
    if not isinstance(v, complex) and not is_real(v):
        raise TypeError(not_real('real', real_part))
    if not isinstance(imag_part, complex) and not is_real(imag_part):
        raise TypeError(not_real('imag', imag_part))
    imag = 0.0
    if isinstance(v, complex):
        deprecated(not_real('real', real_part))
        real, imag = v.real, v.imag
    else:
        real = float(v)
    if isinstance(imag_part, complex):
        deprecated(not_real('imag', imag_part))
        real -= imag_part.imag
        imag += imag_part.real
    else:
        imag += float(imag_part)
    return _complex_of_type(cls, real, imag)


def complex_from_number(cls, number):
    v = number if isinstance(number, complex) else special_complex(number)
    if v is NotImplemented:
        v = complex(float(must_be_real(number)))
    return complex(v) if cls is complex else cls(v)
