"""functools.total_ordering: the comparisons that are missing, from those that are there."""


def _make(name, root, negate, join):
    """name(a, b) from root(a, b): perhaps negated, then joined with a test of equality ('and' not equal, 'or' equal)."""
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negate:
            result = not result
        if join == 'and':
            return result and self != other
        if join == 'or':
            return result or self == other
        return result
    compare.__name__ = name
    compare.__doc__ = None
    return compare


_table = {
    '__lt__': [('__gt__', True, 'and'), ('__le__', False, 'or'), ('__ge__', True, None)],
    '__le__': [('__ge__', True, 'or'), ('__lt__', False, 'and'), ('__gt__', True, None)],
    '__gt__': [('__lt__', True, 'and'), ('__ge__', False, 'or'), ('__le__', True, None)],
    '__ge__': [('__le__', True, 'or'), ('__gt__', False, 'and'), ('__lt__', True, None)],
}


def total_ordering(cls):
    roots = [op for op in _table if getattr(cls, op, None) is not getattr(object, op, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = '__lt__' if '__lt__' in roots else max(roots)
    for name, negate, join in _table[root]:
        if name not in roots:
            compare = _make(name, root, negate, join)
            compare.__qualname__ = name
            setattr(cls, name, compare)
    return cls
