"""The calendar of module time. There is one time zone, UTC. Days are counted by the proleptic Gregorian calendar."""

FIELDS = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst', 'tm_zone',
          'tm_gmtoff')
DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
          'December')


class struct_time(tuple):
    """A moment, as its parts: a tuple of nine, whose items have names."""

    __module__ = 'time'
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = FIELDS[:9]

    def __new__(cls, sequence, dict={}):
        if not hasattr(sequence, '__iter__') and not hasattr(sequence, '__getitem__'):
            raise TypeError('constructor requires a sequence')
        items = tuple(sequence)
        if len(items) < 9:
            raise TypeError(f'time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)')
        if len(items) > 11:
            raise TypeError(f'time.struct_time() takes an at most 11-sequence ({len(items)}-sequence given)')
        self = tuple.__new__(cls, items[:9])
        self._more = items[9:] if len(items) > 9 else (dict.get('tm_zone'), dict.get('tm_gmtoff'))
        return self

    def __repr__(self):
        return 'time.struct_time(' + ', '.join([f'{name}={item!r}' for name, item in zip(FIELDS, self)]) + ')'

    def __reduce__(self):
        return struct_time, (tuple(self) + self._more,)


def field(i):
    if i < 9:
        return property(lambda self: self[i])
    return property(lambda self: self._more[i - 9] if i - 9 < len(self._more) else None)


for i in range(11):
    setattr(struct_time, FIELDS[i], field(i))


def module_attribute(name):
    if name == 'struct_time':
        __import__('time').struct_time = struct_time
        return struct_time
    raise AttributeError(f"module 'time' has no attribute {name!r}")


def module_dir():
    return sorted({*__import__('time').__dict__, 'struct_time'} - {'__getattr__', '__dir__'})


def sleep(seconds):
    return __import__('time').sleep(seconds.__index__())


def tzset():
    pass


class Info:
    __module__ = 'types'

    def __init__(self, **names):
        self.__dict__.update(names)

    def __repr__(self):
        return 'namespace(' + ', '.join([f'{name}={value!r}' for name, value in self.__dict__.items()]) + ')'


Info.__name__ = Info.__qualname__ = 'SimpleNamespace'


def get_clock_info(name):
    if not isinstance(name, str):
        raise TypeError(f"get_clock_info() argument 1 must be str, not {type(name).__name__}")
    clock = {'time': 'CLOCK_REALTIME', 'monotonic': 'CLOCK_MONOTONIC', 'perf_counter': 'CLOCK_MONOTONIC',
             'process_time': 'CLOCK_PROCESS_CPUTIME_ID', 'thread_time': 'CLOCK_THREAD_CPUTIME_ID'}.get(name)
    if clock is None:
        raise ValueError('unknown clock')
    return Info(implementation=f'clock_gettime({clock})', monotonic=name != 'time', adjustable=name == 'time', resolution=1e-09)


# ---------------------------------------------------------------------------------------------------- days and dates


def days_before(year, month):
    """Days from 1970-01-01 to the first of a month."""
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def date(days):
    """Year, month and day of a number of days since 1970-01-01."""
    days += 719468
    era = days // 146097
    of_era = days - era * 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month += 3 if month < 10 else -9
    return year + era * 400 + (month <= 2), month, day


def whole_seconds(seconds):
    if seconds is None:
        return int(_wall_clock())
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError('Invalid value NaN (not a number)')
        if not -2.0 ** 63 <= seconds < 2.0 ** 63:
            raise OverflowError('timestamp out of range for platform time_t')
        return int(seconds // 1)
    if not hasattr(type(seconds), '__index__'):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    seconds = _index(seconds)
    if not -2 ** 63 <= seconds < 2 ** 63:
        raise OverflowError('timestamp out of range for platform time_t')
    return seconds


def broken_down(seconds, zone):
    seconds = whole_seconds(seconds)
    days, rest = divmod(seconds, 86400)
    year, month, day = date(days)
    if not -2 ** 31 <= year - 1900 < 2 ** 31:
        raise OSError(75, 'Value too large for defined data type')
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7,
                        days - days_before(year, 1) + 1, 0, zone, 0))


def gmtime(seconds=None):
    return broken_down(seconds, 'GMT')


def localtime(seconds=None):
    return broken_down(seconds, 'UTC')


def items_of(moment, what):
    if not isinstance(moment, tuple):
        raise TypeError('Tuple or struct_time argument required')
    if len(moment) != 9:
        raise TypeError(f'{what}(): illegal time tuple argument')
    return [_index(item) for item in moment]


def mktime(moment):
    year, month, day, hour, minute, second, _, _, _ = items_of(moment, 'mktime')
    years, month = divmod(month - 1, 12)
    return float((days_before(year + years, month + 1) + day - 1) * 86400 + hour * 3600 + minute * 60 + second)


def checked(moment, what):
    """The items of a moment that is to be shown: zeros where C has ones are put right, the rest must be in range."""
    items = items_of(moment, what)
    items[1] = items[1] or 1
    items[2] = items[2] or 1
    items[7] = items[7] or 1
    for i, low, high, name in ((1, 1, 12, 'month'), (2, 1, 31, 'day of month'), (3, 0, 23, 'hour'), (4, 0, 59, 'minute'),
                               (5, 0, 61, 'seconds'), (6, -1, 1000000, 'day of week'), (7, 1, 366, 'day of year')):
        if not low <= items[i] <= high:
            raise ValueError(f'{name} out of range')
    items[6] %= 7
    return items


def asctime(moment=None):
    year, month, day, hour, minute, second, weekday, _, _ = checked(localtime() if moment is None else moment, 'asctime')
    return f'{DAYS[weekday][:3]} {MONTHS[month - 1][:3]} {day:2} {hour:02}:{minute:02}:{second:02} {year}'


def ctime(seconds=None):
    return asctime(localtime(seconds))


def iso_week(year, weekday, yearday):
    """ISO year and week of a day, whose number in its year counts from 1."""
    week = (yearday - weekday + 9) // 7  # weekday: 0 is Monday
    if week < 1:
        year -= 1
        last = days_before(year + 1, 1) - days_before(year, 1)
        week = (yearday + last - weekday + 9) // 7
    elif week == 53 and (days_before(year + 1, 1) + 3) % 7 <= 3:
        return year + 1, 1
    return year, week


COMPOUND = {'c': '%a %b %e %H:%M:%S %Y', 'D': '%m/%d/%y', 'F': '%Y-%m-%d', 'R': '%H:%M', 'T': '%H:%M:%S', 'r': '%I:%M:%S %p',
            'x': '%m/%d/%y', 'X': '%H:%M:%S', 'h': '%b'}


def strftime(format, moment=None):
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
    if moment is None:
        moment = localtime()
    zone = getattr(moment, 'tm_zone', None)
    offset = getattr(moment, 'tm_gmtoff', None)
    return formatted(format, checked(moment, 'strftime'), 'UTC' if zone is None else zone, offset or 0)


def formatted(format, items, zone, offset):
    year, month, day, hour, minute, second, weekday, yearday, _ = items
    out = []
    i = 0
    end = len(format)
    while i < end:
        start = i
        c = format[i]
        i += 1
        if c != '%' or i == end:
            out.append(c)
            continue
        flag = ''
        while i < end and format[i] in '-_0^#':  # of the C library
            flag = format[i]
            i += 1
        if i < end and format[i] in 'EO':
            i += 1
        c = format[i] if i < end else ''
        i += 1
        width = 2
        fill = '0'
        if c in COMPOUND:
            text = formatted(COMPOUND[c], items, zone, offset)
        elif c == 'a':
            text = DAYS[weekday][:3]
        elif c == 'A':
            text = DAYS[weekday]
        elif c == 'b':
            text = MONTHS[month - 1][:3]
        elif c == 'B':
            text = MONTHS[month - 1]
        elif c == 'p' or c == 'P':
            text = 'AM' if hour < 12 else 'PM'
            if c == 'P' or flag == '#':
                text = text.lower()
        elif c == 'Z':
            text = zone
        elif c == 'z':
            text = f"{'-' if offset < 0 else '+'}{abs(offset) // 3600:02}{abs(offset) // 60 % 60:02}"
        elif c == '%':
            text = '%'
        elif c == 'n':
            text = '\n'
        elif c == 't':
            text = '\t'
        else:
            number = None
            if c == 'd':
                number = day
            elif c == 'e':
                number, fill = day, ' '
            elif c == 'H':
                number = hour
            elif c == 'k':
                number, fill = hour, ' '
            elif c == 'I':
                number = (hour + 11) % 12 + 1
            elif c == 'l':
                number, fill = (hour + 11) % 12 + 1, ' '
            elif c == 'M':
                number = minute
            elif c == 'S':
                number = second
            elif c == 'm':
                number = month
            elif c == 'j':
                number, width = yearday, 3
            elif c == 'y':
                number = year % 100
            elif c == 'C':
                number = year // 100
            elif c == 'Y':
                number, width = year, 1
            elif c == 'G':
                number, width = iso_week(year, weekday, yearday)[0], 1
            elif c == 'g':
                number = iso_week(year, weekday, yearday)[0] % 100
            elif c == 'V':
                number = iso_week(year, weekday, yearday)[1]
            elif c == 'U':
                number = (yearday + 6 - (weekday + 1) % 7) // 7
            elif c == 'W':
                number = (yearday + 6 - weekday) // 7
            elif c == 'u':
                number, width = weekday + 1, 1
            elif c == 'w':
                number, width = (weekday + 1) % 7, 1
            elif c == 's':
                number, width = int(mktime(tuple(items))) - offset, 1
            if number is None:
                text = format[start:i]
            elif flag == '-':
                text = str(number)
            else:
                if flag == '_':
                    fill = ' '
                elif flag == '0':
                    fill = '0'
                text = str(number).rjust(width, fill)
        out.append(text.upper() if flag == '^' else text)
    return ''.join(out)
