"""string.Template and string.Formatter"""

_missing = object()


class Template:
    """$-substitution: $name, ${name}, $$."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """(kind, text, position): text, named, escaped or invalid pieces in order."""
        text, mark = self.template, self.delimiter
        at = 0
        while True:
            start = text.find(mark, at)
            if start < 0:
                yield 'text', text[at:], at
                return
            yield 'text', text[at:start], at
            i = start + len(mark)
            if text[i:i + len(mark)] == mark:
                yield 'escaped', mark, start
                at = i + len(mark)
                continue
            braced = text[i:i + 1] == '{'
            j = i + braced
            end = j
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == '_') and not (end == j and text[end].isdigit()):
                end += 1
            if end == j or braced and text[end:end + 1] != '}':
                yield 'invalid', mark, start
                at = i
                continue
            at = end + braced
            yield 'named', text[j:end], start

    def _value(self, mapping, kws):
        if kws:
            return {**dict(mapping), **kws}
        return mapping

    def substitute(self, mapping={}, /, **kws):
        mapping = self._value(mapping, kws)
        out = []
        for kind, text, at in self._parts():
            if kind == 'named':
                out.append(str(mapping[text]))
            elif kind == 'invalid':
                lines = self.template[:at].splitlines(keepends=True)
                if not lines:
                    colno, lineno = 1, 1
                else:
                    colno = at - len(''.join(lines[:-1]))
                    lineno = len(lines)
                raise ValueError(f'Invalid placeholder in string: line {lineno}, col {colno}')
            else:
                out.append(text)
        return ''.join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        mapping = self._value(mapping, kws)
        out = []
        before = 0
        for kind, text, at in self._parts():
            if kind == 'named':
                braced = self.template[at + len(self.delimiter):at + len(self.delimiter) + 1] == '{'
                shown = self.delimiter + ('{' + text + '}' if braced else text)
                try:
                    out.append(str(mapping[text]))
                except KeyError:
                    out.append(shown)
            else:
                out.append(text)
        return ''.join(out)

    def is_valid(self):
        return all([kind != 'invalid' for kind, _, _ in self._parts()])

    def get_identifiers(self):
        names = []
        for kind, text, _ in self._parts():
            if kind == 'named' and text not in names:
                names.append(text)
        return names


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            if field == '' or field[0] in '.[':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field = str(auto) + field
                auto += 1
            elif field.isdigit():
                if auto:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto = False
            obj, first = self.get_field(field, args, kwargs)
            used.add(first)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            result.append(self.format_field(obj, spec))
        return ''.join(result), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ('s', 'r', 'a'):
            return {'s': str, 'r': repr, 'a': ascii}[conversion](value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        i = 0
        literal = ''
        n = len(format_string)
        while i < n:
            c = format_string[i]
            if c in '{}':
                if format_string[i + 1:i + 2] == c:
                    literal += c
                    i += 2
                    continue
                if c == '}':
                    raise ValueError("Single '}' encountered in format string")
                depth = 1
                j = i + 1
                while j < n and depth:
                    depth += {'{': 1, '}': -1}.get(format_string[j], 0)
                    j += 1
                if depth:
                    raise ValueError("expected '}' before end of string" if j > i + 1 else "Single '{' encountered in format string")
                inside = format_string[i + 1:j - 1]
                end = 0
                bracket = False
                while end < len(inside) and (bracket or inside[end] not in '!:'):
                    bracket = inside[end] == '[' or bracket and inside[end] != ']'
                    end += 1
                field, rest = inside[:end], inside[end:]
                conversion = None
                if rest[:1] == '!':
                    conversion, rest = rest[1:2], rest[2:]
                yield literal, field, rest[1:], conversion
                literal = ''
                i = j
            else:
                literal += c
                i += 1
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        first = ''
        i = 0
        while i < len(field_name) and field_name[i] not in '.[':
            first += field_name[i]
            i += 1
        if first.isdigit():
            first = int(first)
        obj = self.get_value(first, args, kwargs)
        while i < len(field_name):
            if field_name[i] == '.':
                j = i + 1
                while j < len(field_name) and field_name[j] not in '.[':
                    j += 1
                obj = getattr(obj, field_name[i + 1:j])
                i = j
            else:
                j = field_name.index(']', i)
                key = field_name[i + 1:j]
                obj = obj[int(key) if key.isdigit() else key]
                i = j + 1
        return obj, first


Template.__module__ = Formatter.__module__ = 'string'
