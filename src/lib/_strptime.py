"""time.strptime: reads a moment by a format. Also what datetime.strptime stands on: parse()."""

DAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
          'december')
LENGTHS = {'d': 2, 'e': 2, 'H': 2, 'I': 2, 'j': 3, 'm': 2, 'M': 2, 'S': 2, 'U': 2, 'W': 2, 'V': 2, 'w': 1, 'u': 1, 'y': 2}
RANGES = {'d': (1, 31), 'e': (1, 31), 'H': (0, 23), 'I': (1, 12), 'j': (1, 366), 'm': (1, 12), 'M': (0, 59), 'S': (0, 61),
          'U': (0, 53), 'W': (0, 53), 'V': (1, 53), 'w': (0, 6), 'u': (1, 7), 'y': (0, 99), 'Y': (0, 9999), 'G': (0, 9999)}
COMPOUND = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'T': '%H:%M:%S', 'D': '%m/%d/%y', 'F': '%Y-%m-%d',
            'R': '%H:%M', 'r': '%I:%M:%S %p'}


class Mismatch(Exception):
    pass


def number(string, at, most, c):
    """The longest number of up to `most` digits that is in range: its value and the place behind it."""
    end = at
    while end < len(string) and end - at < most and string[end].isdecimal():
        end += 1
    low, high = RANGES[c]
    if c in 'YG' and end - at != 4:
        raise Mismatch
    if c == 'y' and end - at != 2:
        raise Mismatch
    while end > at:
        value = int(string[at:end])
        if low <= value <= high:
            return value, end
        end -= 1
    raise Mismatch


def word(string, at, words, shortest=None):
    text = string[at:].lower()
    for length in (None, 3):
        if length is not None and shortest is None:
            break
        for i, w in enumerate(words):
            if length is not None:
                w = w[:length]
            if text.startswith(w):
                return i, at + len(w)
    raise Mismatch


def expand(format):
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c == '%' and i < len(format):
            c = format[i]
            i += 1
            out.append(COMPOUND[c] if c in COMPOUND else '%' + c)
        else:
            out.append(c)
    return ''.join(out)


def scan(string, format):
    """The parts that a format finds, by directive."""
    found = {}
    at = i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            if at >= len(string) or not string[at].isspace():
                raise Mismatch
            while at < len(string) and string[at].isspace():
                at += 1
            while i < len(format) and format[i].isspace():
                i += 1
            continue
        if c != '%':
            if at >= len(string) or string[at].lower() != c.lower():
                raise Mismatch
            at += 1
            continue
        if i == len(format):
            raise ValueError(f"stray % in format '{format}'")
        c = format[i]
        i += 1
        if c == '%':
            if string[at:at + 1] != '%':
                raise Mismatch
            at += 1
        elif c in 'aA':
            found['weekday'], at = word(string, at, DAYS if c == 'A' else [d[:3] for d in DAYS])
        elif c in 'bBh':
            found['month'], at = word(string, at, MONTHS if c == 'B' else [m[:3] for m in MONTHS])
            found['month'] += 1
        elif c == 'p':
            found['p'], at = word(string, at, ('am', 'pm'))
        elif c == 'f':
            end = at
            while end < len(string) and end - at < 6 and string[end].isdecimal():
                end += 1
            if end == at:
                raise Mismatch
            found['f'] = int(string[at:end].ljust(6, '0'))
            at = end
        elif c == 'z':
            found['offset'], at = read_offset(string, at)
        elif c == 'Z':
            zones = ('utc', 'gmt')
            which, at = word(string, at, zones)
            found['zone'] = ('UTC', 'GMT')[which]
        elif c in RANGES:
            found['month' if c == 'm' else c], at = number(string, at, LENGTHS.get(c, 4), c)
        else:
            raise ValueError(f"'{c}' is a bad directive in format '{format}'")
    if at != len(string):
        raise ValueError(f'unconverted data remains: {string[at:]}')
    return found


def read_offset(string, at):
    if string[at:at + 1] in ('Z', 'z') and at < len(string):
        return 0, at + 1
    sign = {'+': 1, '-': -1}.get(string[at:at + 1])
    if sign is None:
        raise Mismatch
    at += 1
    parts = []
    while len(parts) < 3:
        part = string[at:at + 2]
        if len(part) != 2 or not part.isdecimal():
            break
        parts.append(int(part))
        at += 2
        if string[at:at + 1] == ':' and string[at + 1:at + 3].isdecimal():
            at += 1
    if len(parts) < 2:
        raise Mismatch
    return sign * (parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) > 2 else 0)), at


def parse(string, format):
    """The parts, and the nine items of a struct_time."""
    for value, place in ((string, 0), (format, 1)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {place} must be str, not {type(value)!r}")
    try:
        found = scan(string, expand(format))
    except Mismatch:
        raise ValueError(f"time data {string!r} does not match format {format!r}") from None
    year = found.get('Y')
    if year is None and 'y' in found:
        year = found['y'] + (1900 if found['y'] > 68 else 2000)
    month = found.get('month', 1)
    day = found.get('d', found.get('e', 1))
    hour = found.get('H', 0)
    if 'I' in found:
        hour = found['I'] % 12 + (12 if found.get('p') else 0)
    weekday = found.get('weekday')
    if 'w' in found:
        weekday = (found['w'] + 6) % 7
    elif 'u' in found:
        weekday = found['u'] - 1
    yearday = found.get('j')
    leap = False
    if year is None:
        if month == 2 and day == 29:
            year = 1904
            leap = True
        else:
            year = 1900
    if 'G' in found and 'V' in found and weekday is not None:
        days = days_before(found['G'], 1) + (found['V'] - 1) * 7 + weekday
        days -= (days_before(found['G'], 1) + 3 + 3) % 7 - 3
        year, month, day = date(days)
    elif yearday is None and weekday is not None and ('U' in found or 'W' in found):
        first = (days_before(year, 1) + 3) % 7
        if 'W' in found:
            week, wday = found['W'], weekday
        else:
            week, wday, first = found['U'], (weekday + 1) % 7, (first + 1) % 7
        if week == 0:
            yearday = 1 + wday - first
        else:
            yearday = 1 + (7 - first) % 7 + 7 * (week - 1) + wday
    if yearday is not None:
        year, month, day = date(days_before(year, 1) + yearday - 1)
    last = days_before(year + (month == 12), month % 12 + 1) - days_before(year, month)
    if day > last:
        raise ValueError(f"day {day} must be in range 1..{last} for month {month} in year {year}")
    days = days_before(year, month) + day - 1
    weekday = (days + 3) % 7 if weekday is None or 'd' in found or yearday is not None else weekday
    yearday = days - days_before(year, 1) + 1
    if leap:
        year = 1900
    second = found.get('S', 0)
    items = (year, month, day, hour, found.get('M', 0), second, weekday, yearday, 0 if 'zone' in found else -1)
    return found, items


def days_before(year, month):
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def date(days):
    days += 719468
    era = days // 146097
    of_era = days - era * 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month += 3 if month < 10 else -9
    return year + era * 400 + (month <= 2), month, day


def strptime(string, format='%a %b %d %H:%M:%S %Y'):
    found, items = parse(string, format)
    return __import__('time').struct_time(items + (found.get('zone'), found.get('offset')))
