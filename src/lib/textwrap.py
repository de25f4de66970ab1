"""Wrapping and indenting text."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']
_whitespace = '\t\n\x0b\x0c\r '


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                 max_lines=None, placeholder=' [...]'):
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.fix_sentence_endings = expand_tabs, replace_whitespace, fix_sentence_endings
        self.break_long_words, self.drop_whitespace, self.break_on_hyphens = break_long_words, drop_whitespace, break_on_hyphens
        self.tabsize, self.max_lines, self.placeholder = tabsize, max_lines, placeholder

    def _split(self, text):
        """Words, with hyphens as places to break, and the space between them."""
        chunks = []
        i, n = 0, len(text)
        while i < n:
            j = i
            if text[i] in _whitespace:
                while j < n and text[j] in _whitespace:
                    j += 1
                chunks.append(text[i:j])
            else:
                while j < n and text[j] not in _whitespace:
                    j += 1
                chunks += self._hyphens(text[i:j]) if self.break_on_hyphens else [text[i:j]]
            i = j
        return chunks

    def _hyphens(self, word):
        parts = []
        start = 0
        i = 1
        while i < len(word):
            if word[i] == '-':
                if word[i:i + 2] == '--':
                    j = i
                    while j < len(word) and word[j] == '-':
                        j += 1
                    if j < len(word) and (word[j].isalnum() or word[j] == '_') and i > start:
                        parts += [word[start:i], word[i:j]]
                        start = j
                    i = j
                    continue
                before = word[start:i]
                letters = 0
                k = i - 1
                while k >= start and word[k].isalpha():
                    letters += 1
                    k -= 1
                after = word[i + 1:i + 3]
                if letters >= 2 and len(after) == 2 and after.isalpha():
                    parts.append(before + '-')
                    start = i + 1
            i += 1
        parts.append(word[start:])
        return [p for p in parts if p]

    def _munge(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): ' ' for c in _whitespace})
        return text

    def _fix(self, chunks):
        for i in range(len(chunks) - 1):
            word = chunks[i].rstrip('"\'')
            if chunks[i + 1] == ' ' and word[-1:] in '.!?' and word[:-1][-1:].islower():
                chunks[i + 1] = '  '

    def _long(self, chunks, line, length, width):
        room = 1 if width < 1 else width - length
        if self.break_long_words and room > 0:
            end = room
            chunk = chunks[-1]
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind('-', 0, room)
                if hyphen > 0 and any([c != '-' for c in chunk[:hyphen]]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _wrap(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            margin = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(margin) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            margin = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(margin)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                chunks.pop()
            while chunks:
                n = len(chunks[-1])
                if length + n > width:
                    break
                line.append(chunks.pop())
                length += n
            if chunks and len(chunks[-1]) > width:
                self._long(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line[-1])
                line.pop()
            if line:
                if (self.max_lines is None or len(lines) + 1 < self.max_lines
                        or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and length <= width):
                    lines.append(margin + ''.join(line))
                else:
                    while line:
                        if line[-1].strip() and length + len(self.placeholder) <= width:
                            line.append(self.placeholder)
                            lines.append(margin + ''.join(line))
                            break
                        length -= len(line[-1])
                        line.pop()
                    else:
                        if lines:
                            before = lines[-1].rstrip()
                            if len(before) + len(self.placeholder) <= self.width:
                                lines[-1] = before + self.placeholder
                                break
                        lines.append(margin + self.placeholder.lstrip())
                    break
        return lines

    def wrap(self, text):
        chunks = self._split(self._munge(text))
        if self.fix_sentence_endings:
            self._fix(chunks)
        return self._wrap(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    try:
        lines = text.split('\n')
    except (AttributeError, TypeError):
        raise TypeError(f'expected str object, not {type(text).__qualname__!r}') from None
    full = [line for line in lines if line and not line.isspace()]
    low, high = min(full, default=''), max(full, default='')
    margin = 0
    for margin, c in enumerate(low):
        if c != high[margin] or c not in ' \t':
            break
    return '\n'.join([line[margin:] if line and not line.isspace() else '' for line in lines])


def indent(text, prefix, predicate=None):
    return ''.join([prefix + line if (predicate(line) if predicate is not None else line.strip()) else line for line in text.splitlines(True)])
