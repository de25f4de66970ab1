# Exceptions: notes, text that needs Python, and groups (obj/exception.c).


def add_note(self, note):
    notes = getattr(self, '__notes__', None)
    if notes is None:
        self.__notes__ = [note]
    elif isinstance(notes, list):
        notes.append(note)
    else:
        raise TypeError('Cannot add note: __notes__ is not a list')


def exception_str(self):
    args = self.args
    if isinstance(self, KeyError) and len(args) == 1:
        return repr(args[0])
    if not args:
        return ''
    if isinstance(self, OSError) and self.errno is not None:
        return f'[Errno {self.errno}] {self.strerror}' + (f': {self.filename!r}' if self.filename is not None else '')
    return str(args[0]) if len(args) == 1 else str(args)


def exception_repr(self):
    args = self.args
    name = type(self).__name__
    if len(args) == 1:
        return f'{name}({args[0]!r})'
    return f'{name}{args!r}'


def _matcher(value):
    if isinstance(value, type) and issubclass(value, BaseException):
        return lambda e: isinstance(e, value)
    if isinstance(value, tuple) and all([isinstance(v, type) and issubclass(v, BaseException) for v in value]):
        return lambda e: isinstance(e, value)
    if callable(value) and not isinstance(value, type):
        return value
    raise TypeError('expected an exception type, a tuple of exception types, or a callable (other than a class)')


def _derive(group, excs):
    part = group.derive(excs)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    _copy_links(part, group)
    notes = getattr(group, '__notes__', None)
    if notes is not None:
        part.__notes__ = list(notes)
    return part


def _split(e, match):
    if match(e):
        return e, None
    if not isinstance(e, BaseExceptionGroup):
        return None, e
    yes, no = [], []
    for inner in e.exceptions:
        a, b = _split(inner, match)
        if a is not None:
            yes.append(a)
        if b is not None:
            no.append(b)
    return (_derive(e, yes) if yes else None), (_derive(e, no) if no else None)


def group_split(self, matcher):
    return _split(self, _matcher(matcher))


def group_subgroup(self, matcher):
    return _split(self, _matcher(matcher))[0]


def group_start(exc):
    return exc


def match_group(exc, types):
    for t in types if isinstance(types, tuple) else (types,):
        if not (isinstance(t, type) and issubclass(t, BaseException)):
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
        if issubclass(t, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')
    if isinstance(exc, types):
        if isinstance(exc, BaseExceptionGroup):
            return exc, None
        group = ExceptionGroup('', (exc,)) if isinstance(exc, Exception) else BaseExceptionGroup('', (exc,))
        _trace_here(group)
        return group, None
    if isinstance(exc, BaseExceptionGroup):
        return exc.split(types)
    return None, exc


def _leaves(e, found):
    if isinstance(e, BaseExceptionGroup):
        for inner in e.exceptions:
            _leaves(inner, found)
    else:
        found.append(id(e))
    return found


def _project(group, keep):
    return _split(group, lambda e: not isinstance(e, BaseExceptionGroup) and id(e) in keep)[0]


def _same_meta(a, b):
    return a.__traceback__ is b.__traceback__ and a.__cause__ is b.__cause__ and a.__context__ is b.__context__


def group_end(original, raised):
    raised = [e for e in raised if e is not None]
    if not raised:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return raised[0] if len(raised) == 1 else BaseExceptionGroup('', raised)
    again, new = [], []
    for e in raised:
        (again if isinstance(e, BaseExceptionGroup) and _same_meta(e, original) else new).append(e)
    rest = None
    if again:
        keep = []
        for e in again:
            _leaves(e, keep)
        rest = _project(original, keep)
    if not new:
        return rest
    if rest is not None:
        new.append(rest)
    if len(new) == 1:
        return new[0]
    return BaseExceptionGroup('', new)
